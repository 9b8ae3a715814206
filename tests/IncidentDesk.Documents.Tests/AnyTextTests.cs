using AngleSharp.Html.Parser;
using CsCheck;
using IncidentDesk.Reports;
using Markdig;

namespace IncidentDesk.Documents.Tests;

/// <summary>Properties that hold for whatever people type.</summary>
public sealed class AnyTextTests
{
    static readonly MarkdownPipeline Trusting = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().Build();
    static readonly Gen<string> Plain =
        Gen.Char[' ', '~'].Array[1, 60].Select(letters => new string(letters).Trim()).Where(text => text.Length > 0);
    static readonly Gen<string> Wild = Gen.OneOf(Plain, Gen.String,
        Gen.Char["\u202E\u0000\n\t |<>`*_[]()!&\\#-=+~א中😀ع\u0301\u200D"].Array[0, 40].Select(letters => new string(letters)));

    [Fact]
    public void A_pdf_loses_no_plain_letter() => Plain.Sample(text =>
    {
        var said = Rendered.Dense(Rendered.AllText(FoundingCase.With(
            new Block.Table("t", [new(text), new("b")], [[text + text, text]]), new Block.Callout(Tone.Good, text, text))));
        Assert.Contains(Rendered.Dense(text + text), said, StringComparison.Ordinal);
    }, iter: 60);

    [Fact]
    public void Html_gives_back_what_it_was_given() => Wild.Sample(text =>
    {
        var page = new HtmlParser()
            .ParseDocument(Rendered.Html(FoundingCase.With(new Block.Table(text, [new(text)], [[text]]), new Block.Markdown(text))));
        Assert.Equal(Legible.Text(text), page.QuerySelector("tbody th")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script, img, iframe, object, [style], [onclick], [onerror]"));
    }, iter: 300);

    [Fact]
    public void A_markdown_table_gives_back_what_it_was_given() => Plain.Sample(text =>
    {
        var markdown = Rendered.Markdown(FoundingCase.With(new Block.Table("t", [new(text), new("b", Mono: true)], [[text, text]])));
        var page = new HtmlParser().ParseDocument(Markdig.Markdown.ToHtml(markdown, Trusting));
        Assert.Equal([text, text], page.QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
    }, iter: 300);

    [Fact]
    public void Quoted_markdown_never_leaves_its_quotation() => Wild.Sample(text =>
    {
        var markdown = Rendered.Markdown(FoundingCase.With(new Block.Markdown(text), new Block.Heading(1, "After")));
        var page = new HtmlParser().ParseDocument(Markdig.Markdown.ToHtml(markdown, Trusting));
        Assert.Equal("After", page.QuerySelector("body > h2")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script, img"));
    }, iter: 300);

    [Fact]
    public void No_text_stops_a_pdf() => Wild.Sample(text =>
        Assert.NotEmpty(Rendered.Pdf(FoundingCase.With(new Block.Heading(1, text), new Block.Markdown(text),
            new Block.KeyValues([new(text, text, Mono: true)])) with { Title = text })), iter: 60);
}
