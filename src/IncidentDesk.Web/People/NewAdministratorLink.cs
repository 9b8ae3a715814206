using IncidentDesk.Door;
using IncidentDesk.People.Opening;
using IncidentDesk.Record;

namespace IncidentDesk.Web.People;

/// <summary>
/// The way back in for whoever holds the machine: started with this flag, the program opens the record, makes a one-time link for an
/// administrator and ends. On a SQLite file the desk has to be stopped meanwhile; on PostgreSQL it may run.
/// </summary>
internal static class NewAdministratorLink
{
    public const string Flag = "--new-administrator-link";

    /// <summary>The exit code: 0 when there is a link.</summary>
    /// <exception cref="StoreRefusedException">The record cannot be opened, for example because the desk is running.</exception>
    public static async Task<int> Run(string[] args, TextWriter say, Action<WebApplicationBuilder>? arrange = null)
    {
        var given = args.SkipWhile(a => a != Flag).Skip(1).TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
        await using var host = DeskHost.Build([.. args.Where(a => a != Flag && !given.Contains(a))], arrange);
        await host.Services.GetRequiredService<DeskStore>().Open(default);
        var made = await host.Services.GetRequiredService<Desk>().NewAdministratorLink(
            given.FirstOrDefault() ?? "", given.Count > 1 ? string.Join(' ', given.Skip(1)) : null);
        await say.WriteLineAsync(made.Done
            ? "Open this path on your desk within 72 hours, once; the record shows that it was created:\n\n"
                + $"    /invitation/{made.Value.Secret}\n"
            : $"{Why(made.Refusal)}\nWrite: {Flag} ada@example.org [Ada Admin]");
        return made.Done ? 0 : 1;
    }

    static string Why(Refusal refusal) =>
        refusal is Refusal.Invalid invalid ? string.Join(' ', invalid.Fields.SelectMany(f => f.Value)) : refusal.Why;
}
