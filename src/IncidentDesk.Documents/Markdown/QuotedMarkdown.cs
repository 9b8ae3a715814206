using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IncidentDesk.Documents.Markdown;

/// <summary>
/// Somebody's Markdown inside ours: as a quotation, which no heading, fence or list in it
/// can leave, and without live HTML.
/// </summary>
internal static class QuotedMarkdown
{
    const int MostRounds = 10;

    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    public static string Of(string source) =>
        string.Join('\n', WithoutHtml(Legible.Text(source)).TrimEnd().Split('\n').Select(line => line.Length == 0 ? ">" : $"> {line}"));

    // Taking the edge off one tag can change what the next one is, so it is read again until nothing is left.
    static string WithoutHtml(string source)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (Dangerous(source) is not { } places) break;
            if (places.Count == 0) return source;
            source = string.Concat(source.Select((c, i) => !places.Contains(i) ? $"{c}" : c == '<' ? "&lt;" : $"\\{c}"));
        }
        return MarkdownText.Paragraphs(source);
    }

    static HashSet<int>? Dangerous(string source)
    {
        if (MarkdownWork.IsTooMuch(source)) return null;
        try
        {
            return [.. Markdig.Markdown.Parse(source, Pipeline).Descendants()
                .SelectMany(node => Places(node, source)).Where(i => i >= 0 && i < source.Length)];
        }
        catch (ArgumentException)
        {
            // Nested too deeply to be parsed; the caller then shows the text as plain words.
            return null;
        }
    }

    static IEnumerable<int> Places(MarkdownObject node, string source) => node switch
    {
        HtmlBlock or HtmlInline => Enumerable.Range(node.Span.Start, Math.Max(0, node.Span.Length))
            .Where(i => i < source.Length && source[i] == '<'),
        AutolinkInline address when !address.IsEmail && !MarkdownSource.IsSafeLink(address.Url) => [node.Span.Start],
        LinkInline { IsImage: true } => [node.Span.Start],
        LinkInline link when !MarkdownSource.IsSafeLink(link.Url) => [node.Span.Start],
        _ => [],
    };
}
