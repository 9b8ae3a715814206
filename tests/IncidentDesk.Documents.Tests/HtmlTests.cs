using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using IncidentDesk.Reports;

namespace IncidentDesk.Documents.Tests;

public sealed class HtmlTests
{
    static IDocument Parsed(params Block[] blocks) => new HtmlParser().ParseDocument(Rendered.Html(FoundingCase.With(blocks)));

    [Fact]
    public void The_document_has_one_h1_captions_and_scopes()
    {
        var page = new HtmlParser().ParseDocument(Rendered.Html(FoundingCase.Whole));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal(3, page.QuerySelectorAll("table > caption").Length);
        Assert.NotEmpty(page.QuerySelectorAll("th"));
        Assert.All(page.QuerySelectorAll("th"), head => Assert.True(head.HasAttribute("scope")));
        Assert.Equal(25, page.QuerySelectorAll("ol.timeline time[datetime]").Length);
        Assert.Contains(FoundingCase.Hash, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Heading_levels_never_skip()
    {
        var page = Parsed(new Block.Heading(1, "a"), new Block.Markdown("# one\n\n## two"),
            new Block.Heading(2, "b"), new Block.Markdown("# three"));
        Assert.Equal(["H1", "H2", "H3", "H4", "H3", "H4"], page.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(heading => heading.TagName));
    }

    [Fact]
    public void Text_is_never_markup()
    {
        const string hostile = "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>\"'";
        var page = new HtmlParser().ParseDocument(Rendered.Html(new Report(hostile,
            FoundingCase.Marks with { Subject = hostile, Classification = hostile, PrintedBy = hostile, Kind = hostile },
            [new Block.Heading(1, hostile), new Block.Paragraph(hostile),
             new Block.Markdown(hostile), new Block.KeyValues([new(hostile, hostile)]),
             new Block.Table(hostile, [new(hostile)], [[hostile]]), new Block.Callout(Tone.Danger, hostile, hostile),
             new Block.BarChart(hostile, hostile, [new(hostile, 1)])])));
        Assert.Empty(page.QuerySelectorAll("script, img, [onerror], [style]"));
        Assert.Equal(hostile, page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public void The_policy_in_the_file_allows_its_own_style_and_nothing_else()
    {
        var page = Parsed();
        var policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
        var style = page.QuerySelector("style")!.TextContent;
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));
        Assert.Equal($"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{hash}'", policy);
    }

    [Fact]
    public void On_a_page_with_a_heading_of_its_own_the_fragment_stands_one_level_lower_and_looks_the_same()
    {
        using var writer = new StringWriter();
        HtmlDocument.WriteFragment(
            FoundingCase.With(new Block.Heading(1, "a"), new Block.Markdown("# one"), new Block.Heading(2, "b")), writer, below: 1);
        var headings = new HtmlParser().ParseDocument(writer.ToString()).QuerySelectorAll("h1,h2,h3,h4,h5,h6");
        Assert.Equal(["H2.h1", "H3.h2", "H4.", "H4.h3"], headings.Select(heading => $"{heading.TagName}.{heading.ClassName}"));
    }

    [Fact]
    public void The_fragment_brings_neither_style_nor_script()
    {
        using var writer = new StringWriter();
        HtmlDocument.WriteFragment(FoundingCase.Whole, writer);
        Assert.StartsWith("<article class=\"report\">", writer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("<style|<script|style=|\\son\\w+=", RegexOptions.IgnoreCase), writer.ToString());
    }
}
