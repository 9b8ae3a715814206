using Ganss.Xss;
using IncidentDesk.Documents.Markdown;
using Markdig;
using Markdig.Syntax;

namespace IncidentDesk.Documents;

/// <summary>Markdown that strangers wrote, as HTML that a page of ours may show.</summary>
public static class SafeMarkdown
{
    static readonly HtmlSanitizer Sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(["p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "em", "code", "pre",
            "blockquote", "ul", "ol", "li", "a", "table", "thead", "tbody", "tr", "th", "td"], StringComparer.OrdinalIgnoreCase),
        AllowedAttributes = new HashSet<string>(["href", "rel", "start"], StringComparer.OrdinalIgnoreCase),
        AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
        UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
    });

    /// <summary>A page of an incident shows the same texts at every view. The bound is in characters of source.</summary>
    static readonly Kept<string> Rendered = new(2 << 20);

    /// <summary>
    /// HTML without scripts, styles, pictures or classes; links lead only to http, https and mailto.
    /// Raw HTML in the source is shown as text. The source's top heading becomes level <paramref name="topHeading"/> (2 to 6).
    /// </summary>
    public static string ToHtml(string source, int topHeading = 3) =>
        Rendered.Of(source, topHeading, text => Render(text, topHeading));

    static string Render(string source, int topHeading)
    {
        var document = MarkdownSource.Parse(source);
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(6, heading.Level + Math.Clamp(topHeading, 2, 6) - 1);
        foreach (var link in document.Descendants<Markdig.Syntax.Inlines.LinkInline>())
            Markdig.Renderers.Html.HtmlAttributesExtensions.GetAttributes(link).AddProperty("rel", "noopener noreferrer nofollow");
        return Sanitizer.Sanitize(document.ToHtml(MarkdownSource.Safe));
    }
}
