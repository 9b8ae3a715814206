using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using IncidentDesk.Cli.Kit;

namespace IncidentDesk.Cli;

/// <summary>The command line: words to one verb, one verb to one request, its answer to text and an exit code.</summary>
public static class Cli
{
    const string About = """
        The desk for data incidents, from a terminal.

        Exit codes: 0 done, 1 refused by a rule, 2 input wrong, 3 not signed in,
        4 not found or not yours to see, 5 desk unreachable or broken.
        """;

    /// <summary>A text may begin with @ or hold several dashes; nothing in it is for the parser.</summary>
    static readonly ParserConfiguration Plainly = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    public static Task<int> Run(string[] args, Terminal terminal, CancellationToken ct = default) => Run(args, terminal, Verbs.All, ct);

    internal static async Task<int> Run(string[] args, Terminal terminal, IReadOnlyList<Verb> verbs, CancellationToken ct)
    {
        var parsed = Tree(args, terminal, verbs).Parse(args, Plainly);
        if (parsed.Action is ParseErrorAction)
        {
            // Words that lead to several verbs are a question, and the help is its answer.
            if (parsed.CommandResult.Command.Subcommands.Count == 0 || parsed.UnmatchedTokens.Count > 0) return Misread(parsed, terminal);
            parsed = Tree(args, terminal, verbs).Parse([.. args, "--help"], Plainly);
        }
        return await parsed.InvokeAsync(new() { Output = terminal.Out, Error = terminal.Err, EnableDefaultExceptionHandler = false }, ct);
    }

    static int Misread(ParseResult parsed, Terminal terminal)
    {
        var (at, unknown) = (parsed.CommandResult.Command, parsed.UnmatchedTokens);
        var wrong = at.Subcommands.Count > 0 && unknown.Count > 0 ? [$"There is no command '{unknown[0]}' here."]
            : parsed.Errors.Select(e => e.Message);
        terminal.Err.WriteLine($"Nothing was sent. {string.Join(' ', wrong)}");
        terminal.Err.WriteLine($"See: {Path(at)} --help");
        return Exit.Invalid;
    }

    static Command Tree(string[] args, Terminal terminal, IReadOnlyList<Verb> verbs)
    {
        var settings = new Settings();
        var root = new Command("incidentdesk", About) { new HelpOption(), new VersionOption() };
        foreach (var option in settings.Options) root.Add(option);
        foreach (var verb in verbs)
        {
            var command = Place(root, verb.Words);
            command.Description = verb.Description;
            // Only a verb that stands among the words is built: reading the fields of all commands would cost every start.
            if (verb.Words.All(w => args.Any(a => a.Contains(w, StringComparison.Ordinal)))) verb.Build(command, settings, terminal);
        }
        return root;
    }

    static Command Place(Command root, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            var next = root.Subcommands.FirstOrDefault(c => c.Name == word);
            if (next is null) root.Add(next = new Command(word, Verbs.Groups.GetValueOrDefault(word)));
            root = next;
        }
        return root;
    }

    static string Path(Command command) =>
        string.Join(' ', command.Parents.OfType<Command>().Select(Path).Take(1).Append(command.Name));
}
