using System.CommandLine;
using IncidentDesk.Cli.Kit;
using IncidentDesk.Incidents.Carrying;

namespace IncidentDesk.Cli.Incidents;

/// <summary>Says whether an export is what was recorded. Works without a desk, so that nobody has to trust the one it came from.</summary>
public sealed class VerifyVerb() : Verb("verify <file>", "Check whether an exported incident is intact; needs no desk and no network")
{
    const string WithoutHead = "Intact in itself. Without a head hash that you hold, this does not show whether entries are missing at "
        + "its end, or whether all of it was made up; give one with --head.";

    public override void Build(Command command, Settings settings, Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "The export" };
        var head = new Option<string>("--head")
        {
            Description =
                "A head hash that you hold, from a report or an earlier export; without one, a completely fabricated export passes",
            HelpName = "hash",
        };
        command.Add(file);
        command.Add(head);
        command.SetAction((parsed, ct) => Verify(parsed.GetValue(file)!, parsed.GetValue(head)?.Trim().ToLowerInvariant(), terminal, ct));
    }

    static async Task<int> Verify(string file, string? head, Terminal terminal, CancellationToken ct)
    {
        if (head is { Length: not 64 } || head?.All(char.IsAsciiHexDigit) is false)
            return Unreadable(terminal, "A head hash has 64 hexadecimal digits; copy it in full.");
        await using var lies = FileText.Try(file, File.OpenRead, out var problem);
        if (lies is null) return Unreadable(terminal, problem!);
        var read = await ReadExport.From(lies, ct);
        return read switch
        {
            { Refusal: NotAnExport not } => Unreadable(terminal, $"{file} is not a complete export of an incident. {not.Because}"),
            { Refusal: { } refusal } => Unreadable(terminal, $"{file} is too large: {refusal.Why}"),
            _ => Tell(read.Value!, head, terminal),
        };
    }

    static int Tell(ReadExport export, string? held, Terminal terminal)
    {
        if (export.Verify() is Verification.Broken broken) return Broken(terminal, $"Broken at entry {broken.Position}: {broken.What}");
        var intact = $"Intact: {export.Name}, {export.Entries.Count} entries, head {export.Head}";
        if (held is null) return Say(terminal, $"{intact}\n{WithoutHead}");
        if (held == export.Head) return Say(terminal, intact);

        var known = export.Entries.FirstOrDefault(e => Convert.ToHexStringLower(e.Hash) == held);
        return known is null
            ? Broken(terminal, "Broken: no entry has the head you hold. The export was cut "
                + $"off before it, or is another record. It ends in {export.Head}")
            : Say(terminal, $"{intact}\nThe head you hold is that of entry {known.Position}; "
                + $"up to there nothing was changed, and {export.Entries.Count - known.Position} entries came later.");
    }

    static int Say(Terminal terminal, string what)
    {
        terminal.Out.WriteLine(what);
        return Exit.Done;
    }

    static int Broken(Terminal terminal, string what)
    {
        terminal.Out.WriteLine(Sentence.Harmless(what));
        return Exit.Refused;
    }

    static int Unreadable(Terminal terminal, string why)
    {
        terminal.Err.WriteLine($"Nothing was verified. {Sentence.Harmless(why)}");
        return Exit.Invalid;
    }
}
