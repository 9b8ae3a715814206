using System.Text.RegularExpressions;
using IncidentDesk.Tests.House;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>A form as it stands in a page or a part of one.</summary>
/// <param name="Command">What it sends; null for a form that is read by its page.</param>
/// <param name="Label">By what it is told from others; a part that is made when read stands as <c>.+</c>.</param>
internal sealed record FormSource(string File, string? Command, string Label)
{
    public bool Is(string label) => Label == label || Regex.IsMatch(label, $"^{Label}$");
}

/// <summary>Every form there is, read from the source, so that none is forgotten.</summary>
internal static partial class FormSources
{
    public const string SignOut = "Sign out";

    public static readonly IReadOnlyList<FormSource> All = [.. Repository.Files("src/IncidentDesk.Web", ".razor")
        .Where(f => Path.GetFileName(f) is not ("CommandForm.razor" or "PostedForm.razor"))
        .SelectMany(f => Tags().Matches(Repository.Text(f)).Select(m => Source(f, m.Value)))];

    /// <summary>The one with this label; the one that says it letter by letter where several could.</summary>
    public static FormSource? Of(string label) => All.OrderBy(s => s.Label != label).FirstOrDefault(s => s.Is(label));

    static FormSource Source(string file, string tag) =>
        new(file, Found(Command(), tag), Found(Label(), tag) is { } label ? Pattern(label) : SignOut);

    static string? Found(Regex what, string tag) => what.Match(tag) is { Success: true } found ? found.Groups[1].Value : null;

    static string Pattern(string label) => label.StartsWith("@($\"", StringComparison.Ordinal)
        ? Hole().Replace(label[4..].TrimEnd('"', ')'), ".+") : label;

    /// <summary>An opening tag; quotes may hold a lambda with its own brackets.</summary>
    [GeneratedRegex("""<(CommandForm|PostedForm|form)\b(?:[^>"]|"(?:@\((?:[^()]|\([^()]*\))*\)|[^"])*")*>""")]
    private static partial Regex Tags();

    [GeneratedRegex("TCommand=\"(\\w+)\"")]
    private static partial Regex Command();

    [GeneratedRegex("(?:aria-label|\\sLabel)=\"((?:@\\(\\$\"[^\"]*\"\\))|[^\"]*)\"")]
    private static partial Regex Label();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
