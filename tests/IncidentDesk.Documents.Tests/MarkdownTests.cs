using AngleSharp.Html.Parser;
using IncidentDesk.Reports;
using Markdig;

namespace IncidentDesk.Documents.Tests;

public sealed class MarkdownTests
{
    // A reader that lets HTML through: the worst place our text can end up in.
    static readonly MarkdownPipeline Trusting =
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseTaskLists().UseEmphasisExtras().Build();

    [Theory]
    [InlineData("a | b")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("**not bold** _x_ `y` [l](http://x.example) ![i](x) # h ~~s~~ $m$ &lt; \\")]
    [InlineData("1. May")]
    [InlineData("---")]
    public void A_cell_a_heading_and_a_paragraph_show_their_text_as_it_was(string text)
    {
        var page = Read(FoundingCase.With(new Block.Heading(1, text), new Block.Paragraph(text),
            new Block.Table("t", [new(text), new("b")], [[text, "end"]])));
        Assert.Equal(text, page.QuerySelector("h2")!.TextContent);
        Assert.Equal(text, page.QuerySelector("h2 + p")!.TextContent);
        Assert.Equal([text, "end"], page.QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
        Assert.Equal(text, page.QuerySelector("th")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script, img, a"));
    }

    [Fact]
    public void A_line_end_does_not_break_a_table()
    {
        var page =
            Read(FoundingCase.With(new Block.Table("t", [new("a"), new("b", Mono: true)], [["one\ntwo", "x|y\nz"], ["three", "`q`"]])));
        Assert.Equal(4, page.QuerySelectorAll("tbody td").Length);
        Assert.Equal("x|yz", page.QuerySelectorAll("tbody td")[1].TextContent);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("```\nnever closed")]
    [InlineData("<a b=\"`\"> `<script>x</script>`")]
    [InlineData("[x](javascript:alert(1)) <javascript:alert(2)> ![i](http://e.example/p.png)")]
    [InlineData("x\n\n<div>\n\n<!-- never closed")]
    public void What_somebody_wrote_stays_inside_its_quotation(string source)
    {
        var page = Read(FoundingCase.With(new Block.Markdown(source), new Block.Heading(1, "After")));
        Assert.Equal("After", page.QuerySelector("h2")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script, img, div"));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.StartsWith("http://", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Single(page.QuerySelectorAll("blockquote"));
    }

    [Fact]
    public void The_document_names_its_moment_its_entry_and_its_hash()
    {
        var text = Rendered.Markdown(FoundingCase.Whole);
        Assert.Contains("05:10:33 CEST · 03:10:33 UTC", text, StringComparison.Ordinal);
        Assert.Contains($"`{FoundingCase.Hash}`", text, StringComparison.Ordinal);
        Assert.Contains("TLP:AMBER", text, StringComparison.Ordinal);
    }

    static AngleSharp.Html.Dom.IHtmlDocument Read(Report report) =>
        new HtmlParser().ParseDocument(Markdig.Markdown.ToHtml(Rendered.Markdown(report), Trusting));
}
