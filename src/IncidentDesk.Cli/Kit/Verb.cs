using System.CommandLine;

namespace IncidentDesk.Cli.Kit;

/// <summary>Something a person types after <c>incidentdesk</c>.</summary>
/// <param name="usage">Its words, then its arguments: <c>pause order &lt;key&gt;</c>. One in [brackets] may be left out or given as an option.</param>
/// <param name="description">One line for the help.</param>
public abstract class Verb(string usage, string description)
{
    public IReadOnlyList<string> Words { get; } = [.. usage.Split(' ').TakeWhile(w => w[0] is not ('<' or '['))];

    /// <summary>Names of its arguments in the order in which they are typed.</summary>
    public IReadOnlyList<string> Arguments { get; } = [.. usage.Split(' ').SkipWhile(w => w[0] is not ('<' or '[')).Select(w => w[1..^1])];

    public string Description { get; } = description;

    /// <summary>The command it sends; null when it reads, or works without the desk.</summary>
    public virtual Type? Command => null;

    /// <summary>Where it is sent, with the names of route values in braces.</summary>
    public virtual string? Path => null;

    /// <summary>Adds options and arguments, and what happens.</summary>
    public abstract void Build(Command command, Settings settings, Terminal terminal);

    internal bool MayBeLeftOut(string argument) => usage.Contains($"[{argument}]", StringComparison.Ordinal);
}
