using System.CommandLine;

namespace IncidentDesk.Cli.Kit;

/// <summary>Something a person types after <c>incidentdesk</c>.</summary>
/// <param name="usage">Its words, then its arguments: <c>pause order &lt;key&gt;</c>. One in [brackets] may be
/// left out or given as an option.</param>
/// <param name="description">One line for the help.</param>
/// <param name="sent">The command that is sent; null when the verb reads, or works without the desk.</param>
public abstract class Verb(string usage, string description, CataloguedCommand? sent = null)
{
    /// <param name="usage">Its words, then its arguments.</param>
    /// <param name="sent">The command that is sent, with its summary and address.</param>
    /// <param name="hint">What holds in a terminal only, for the help.</param>
    private protected Verb(string usage, CataloguedCommand sent, string? hint = null)
        : this(usage, hint is null ? sent.Summary : $"{sent.Summary}; {hint}", sent)
    {
    }

    public IReadOnlyList<string> Words { get; } = [.. usage.Split(' ').TakeWhile(w => w[0] is not ('<' or '['))];

    /// <summary>Names of its arguments in the order in which they are typed.</summary>
    public IReadOnlyList<string> Arguments { get; } = [.. usage.Split(' ').SkipWhile(w => w[0] is not ('<' or '[')).Select(w => w[1..^1])];

    public string Description { get; } = description;

    /// <summary>The command it sends; null when it reads, or works without the desk.</summary>
    public Type? Command => sent?.Type;

    /// <summary>Where it asks or sends, with the names of route values in braces.</summary>
    public virtual string? Path => sent?.Address;

    /// <summary>Adds options and arguments, and what happens.</summary>
    public abstract void Build(Command command, Settings settings, Terminal terminal);

    internal bool MayBeLeftOut(string argument) => usage.Contains($"[{argument}]", StringComparison.Ordinal);
}
