using IncidentDesk.Reports;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IncidentDesk.Documents.Markdown;

/// <summary>Markdown as plain lines, for a place too narrow for its forms: every word stays, emphasis and headings do not.</summary>
internal static class PlainMarkdown
{
    public static string Of(TimelineLine line) => line.IsMarkdown ? Of(line.Text) : line.Text;

    public static string Of(string source) => string.Join('\n', Lines(MarkdownSource.Read(source)));

    static IEnumerable<string> Lines(ContainerBlock container) => container.SelectMany(block => block switch
    {
        ListBlock list => list.OfType<ListItemBlock>()
            .SelectMany((item, i) => Marked(Lines(item), list.IsOrdered ? $"{First(list) + i}. " : "• ")),
        TableRow row => [string.Join(" · ", row.OfType<TableCell>().Select(cell => string.Join(' ', Lines(cell))))],
        CodeBlock code => code.Lines.ToString().Split('\n'),
        ContainerBlock inner => Lines(inner),
        LeafBlock { Inline: { } inline } => Words(inline).Split('\n'),
        _ => [],
    });

    static IEnumerable<string> Marked(IEnumerable<string> lines, string mark) => lines.Select((line, i) => i == 0 ? mark + line : line);

    static int First(ListBlock list) => int.TryParse(list.OrderedStart, out var first) ? first : 1;

    static string Words(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline line => line.IsHard ? "\n" : " ",
        AutolinkInline address => address.Url,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LinkInline { Url: { Length: > 0 } url } link when Inside(link) is var words => words == url ? words : $"{words} ({url})",
        ContainerInline container => Inside(container),
        _ => "",
    };

    static string Inside(ContainerInline container) => string.Concat(container.Select(Words));
}
