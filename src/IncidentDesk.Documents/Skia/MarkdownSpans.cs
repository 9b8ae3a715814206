using IncidentDesk.Documents.Markdown;
using Markdig.Syntax.Inlines;

namespace IncidentDesk.Documents.Skia;

/// <summary>What stands inside a Markdown paragraph, as spans of one style each.</summary>
internal static class MarkdownSpans
{
    public static List<Span> Of(ContainerInline? inlines, TextStyle style) => [.. Inside(inlines, style, link: null)];

    static IEnumerable<Span> Inside(ContainerInline? inlines, TextStyle style, string? link) =>
        (inlines ?? Enumerable.Empty<Inline>()).SelectMany(inline => Of(inline, style, link));

    static IEnumerable<Span> Of(Inline inline, TextStyle style, string? link) => inline switch
    {
        LiteralInline literal => [new Span(literal.Content.ToString(), style, link)],
        CodeInline code => [new Span(code.Content, style with { Cut = Cut.Mono, Size = style.Size * 0.9f }, link)],
        LineBreakInline line => [new Span(line.IsHard ? "\n" : " ", style)],
        EmphasisInline emphasis => Inside(emphasis, emphasis.DelimiterCount >= 2 ? style.Bold : style.Italic, link),
        AutolinkInline address => [new Span(address.Url, style, address.IsEmail ? "mailto:" + address.Url : address.Url)],
        LinkInline target => Link(target, style),
        HtmlEntityInline entity => [new Span(entity.Transcoded.ToString(), style, link)],
        ContainerInline container => Inside(container, style, link),
        _ => [],
    };

    // On paper a link is worth nothing unless its address can be read.
    static List<Span> Link(LinkInline target, TextStyle style)
    {
        var address = MarkdownSource.IsSafeLink(target.Url) ? new Uri(target.Url!).AbsoluteUri : null;
        var words = Inside(target, style, address).ToList();
        var said = string.Concat(words.Select(span => span.Text));
        return address is null || said == address || "mailto:" + said == address ? words
            : [.. words, new Span($" ({address})", style.Quiet, address)];
    }
}
