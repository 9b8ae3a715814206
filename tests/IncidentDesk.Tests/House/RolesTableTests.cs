using System.Globalization;
using System.Reflection;
using System.Text;

namespace IncidentDesk.Tests.House;

/// <summary>
/// <c>.github/ROLES.md</c> says which role may send which command, made from the commands themselves; that the desk holds to it is tried
/// over HTTP by <c>Surfaces/RolesTests.cs</c>.
/// </summary>
public sealed class RolesTableTests
{
    const string Table = ".github/ROLES.md";

    /// <summary>As for golden files: set to 1, the table is written.</summary>
    const string Update = "UPDATE_GOLDEN";

    static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    static readonly Roles[] Columns =
    [
        Roles.Viewer, Roles.Responder, Roles.Comms, Roles.Privacy, Roles.Leadership, Roles.Administrator, Roles.Asker, Roles.Lineage,
    ];

    /// <summary>What a command asks besides the role, once it sees what it is about.</summary>
    static readonly Dictionary<string, string> Besides = new()
    {
        ["AssignRole"] = "the roles legal, privacy and executive need privacy or leadership, or the commander, who assigns them to others",
        ["AgreeToAccess"] = "not by the person who requested it, nor by one whose account is in the same hands",
        ["ChangeVisibility"] = "to make an open incident private: the privacy role, or the commander",
        ["DeclareIncident"] = "a private incident: a role that may add participants",
        ["IssueToken"] = "for another person: administrator; it waits for that person's confirmation unless it only asks or sends lineage",
        ["RemoveParticipant"] = "the person who declared a private incident: themselves, or the privacy role",
        ["RenameSearch"] = "a search of another person: administrator",
        ["DeleteSearch"] = "a search of another person: administrator",
        ["ResumePause"] = "another person than the one who approved; both were on the desk when the pause was ordered",
        ["RevokeToken"] = "a token of another person: administrator",
        ["SettleClosingItem"] = "access review and notification decisions: privacy; to waive: leadership, too; not administrator alone",
    };

    static readonly IReadOnlyList<Type> Commands = [.. typeof(ICommand<>).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && !t.IsDefined(typeof(AllowSystemAttribute))
            && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>)))
        .OrderBy(RoomOf, StringComparer.Ordinal).ThenBy(t => t.Name, StringComparer.Ordinal)];

    [Fact]
    public void The_table_of_roles_says_what_the_commands_say()
    {
        var (file, made) = (Path.Combine(Repository.Root, Table), Made());
        if (Environment.GetEnvironmentVariable(Update) == "1") File.WriteAllText(file, made);
        Assert.True(File.Exists(file) && File.ReadAllText(file) == made, $"{Table} is out of date. Write it again and commit it: "
            + $"{Update}=1 dotnet run --project tests/IncidentDesk.Tests -- -class '*House.RolesTableTests'");
    }

    [Fact]
    public void What_is_asked_besides_the_role_is_asked_by_a_command() => Rule.Holds(Besides.Keys, name =>
        Commands.Any(c => c.Name == name) ? null : $"There is no command {name} any more; take it out.");

    static string Made()
    {
        var text = new StringBuilder("""
            # Roles

            Which role may send which command. A test makes this table from the commands and sends every command with every role.
            A token acts with the roles it carries and its owner has. On a private incident a role counts for participants only.
            *own*: about the person's own account. *anyone*: with a one-time link or a password.

            ## Roles and what they are for


            """);
        foreach (var role in Columns) text.AppendLine(Invariant, $"- **{role.InWords()}**: {role.Meaning()}");
        foreach (var room in Commands.GroupBy(RoomOf))
        {
            text.AppendLine().AppendLine(Invariant, $"## {room.Key}").AppendLine();
            text.AppendLine(Invariant, $"| command | {string.Join(" | ", Columns.Select(c => c.InWords()))} |");
            text.AppendLine(Invariant, $"|---|{string.Concat(Columns.Select(_ => "---|"))}");
            foreach (var command in room)
                text.AppendLine(Invariant, $"| {command.Name} | {string.Join(" | ", Columns.Select(c => Cell(command, c)))} |");
            foreach (var command in room.Where(c => Besides.ContainsKey(c.Name)))
                text.AppendLine().AppendLine(Invariant, $"{command.Name} also asks: {Besides[command.Name]}.");
        }
        return text.ToString().ReplaceLineEndings("\n");
    }

    static string Cell(Type command, Roles role) => command switch
    {
        _ when command.IsDefined(typeof(AllowAnyoneAttribute)) => "anyone",
        _ when command.IsDefined(typeof(AllowSignedInAttribute)) => role is Roles.Asker or Roles.Lineage ? "" : "own",
        _ => (command.GetCustomAttribute<AllowAttribute>()!.Roles & role) != 0 ? "yes" : "",
    };

    static string RoomOf(Type command) => command.Namespace!.Split('.')[1];
}
