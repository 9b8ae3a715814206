using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IncidentDesk.Documents.Markdown;

/// <summary>Markdown written by somebody, read so that nothing in it can act: HTML is text, pictures and odd links are words.</summary>
internal static class MarkdownSource
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true })
        .Build();

    public static MarkdownPipeline Safe => Pipeline;

    const int MostKept = 1 << 20;
    static readonly Kept<Markdig.Syntax.MarkdownDocument> Shared = new(MostKept);

    /// <summary>For a reader that changes nothing in it.</summary>
    public static Markdig.Syntax.MarkdownDocument Read(string source) => Shared.Of(source, 0, Parse);

    public static Markdig.Syntax.MarkdownDocument Parse(string source)
    {
        var document = ParseOrQuote(Legible.Text(source));
        foreach (var link in document.Descendants<LinkInline>().ToList()) Disarm(link);
        foreach (var link in document.Descendants<AutolinkInline>().ToList()) Disarm(link);
        return document;
    }

    /// <summary>Whether a reader may follow it: an absolute address with scheme http, https or mailto.</summary>
    public static bool IsSafeLink(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);

    // The parser refuses input that is nested hundreds of levels deep; such text, and what would cost too much, is shown as it was typed.
    static Markdig.Syntax.MarkdownDocument ParseOrQuote(string source)
    {
        if (MarkdownWork.IsTooMuch(source)) return Quoted(source);
        try
        {
            return Markdig.Markdown.Parse(source, Pipeline);
        }
        catch (ArgumentException)
        {
            return Quoted(source);
        }
    }

    static Markdig.Syntax.MarkdownDocument Quoted(string source) =>
        Markdig.Markdown.Parse("    " + source.Replace("\n", "\n    ", StringComparison.Ordinal), Pipeline);

    static void Disarm(LinkInline link)
    {
        // A picture would tell its server who reads the report and when.
        if (link.IsImage && link.FirstChild is null) link.AppendChild(new LiteralInline(link.Url ?? ""));
        link.IsImage = false;
        if (!IsSafeLink(link.Url)) link.ReplaceBy(Unlinked(link));
    }

    static ContainerInline Unlinked(LinkInline link)
    {
        var text = new ContainerInline();
        while (link.FirstChild is { } child)
        {
            child.Remove();
            text.AppendChild(child);
        }
        if (!string.IsNullOrEmpty(link.Url)) text.AppendChild(new LiteralInline($" ({link.Url})"));
        return text;
    }

    static void Disarm(AutolinkInline link)
    {
        if (!link.IsEmail && !IsSafeLink(link.Url)) link.ReplaceBy(new LiteralInline(link.Url));
    }
}
