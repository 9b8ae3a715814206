using IncidentDesk.Reports;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Tokens;

namespace IncidentDesk.Documents.Tests;

public sealed class PdfFileTests
{
    [Fact]
    public void The_same_report_gives_the_same_bytes() =>
        Assert.Equal(Rendered.Pdf(FoundingCase.Whole), Rendered.Pdf(FoundingCase.Whole));

    [Fact]
    public async Task Reports_drawn_at_the_same_time_do_not_disturb_each_other()
    {
        var expected = Rendered.Pdf(FoundingCase.Whole);
        var drawn = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => Task.Run(() => Rendered.Pdf(FoundingCase.Whole), TestContext.Current.CancellationToken)));
        Assert.All(drawn, bytes => Assert.Equal(expected, bytes));
    }

    [Fact]
    public void The_file_says_what_it_is_and_who_made_it()
    {
        using var pdf = Rendered.PdfDocumentOf(FoundingCase.Whole);
        Assert.Equal("45,000 Hive tables readable company-wide", pdf.Information.Title);
        Assert.Equal("IncidentDesk", pdf.Information.Author);
        Assert.Contains("20260612031205", pdf.Information.CreationDate, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_typeface_is_inside_the_file()
    {
        using var pdf = Rendered.PdfDocumentOf(FoundingCase.Whole);
        var fonts = pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.FontName).Distinct().ToList();
        Assert.True(fonts.Count >= 4);
        Assert.All(fonts, font => Assert.Contains("IBMPlex", font, StringComparison.Ordinal));
        var descriptors = pdf.Structure.CrossReferenceTable.ObjectOffsets.Keys.Select(key => pdf.Structure.GetObject(key)?.Data)
            .OfType<DictionaryToken>()
            .Where(token => token.TryGet(NameToken.Type, out NameToken type) && type == NameToken.FontDescriptor).ToList();
        Assert.True(descriptors.Count >= fonts.Count);
        Assert.All(descriptors, descriptor => Assert.True(descriptor.ContainsKey(NameToken.FontFile2)));
    }

    [Fact]
    public void Headings_of_level_1_and_2_are_bookmarks_that_lead_to_their_page()
    {
        using var pdf = Rendered.PdfDocumentOf(FoundingCase.Whole);
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        Assert.Equal(["At a glance", "Extent", "Pauses in force", "Statements", "Timeline"], bookmarks.Roots.Select(node => node.Title));
        Assert.Equal("What is known, and what is not", Assert.Single(bookmarks.Roots[0].Children).Title);
        foreach (var node in bookmarks.GetNodes().OfType<DocumentBookmarkNode>())
            Assert.Contains(node.Title, pdf.GetPage(node.PageNumber).Text, StringComparison.Ordinal);
        Assert.All(bookmarks.GetNodes(), node => Assert.IsType<DocumentBookmarkNode>(node));
    }

    [Fact]
    public void A_title_cannot_forge_the_parts_of_the_file()
    {
        const string forged = "x) >> endobj\n20 0 obj <</Type /Catalog>> endobj trailer <</Size 1 /Root 1 0 R>> startxref 0 %%EOF";
        using var pdf = Rendered.PdfDocumentOf(FoundingCase.With(new Block.Heading(1, forged)) with { Title = forged });
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        Assert.Equal(forged.Replace('\n', ' '), Assert.Single(bookmarks.Roots).Title);
    }

    [Fact]
    public void The_stream_is_left_open_and_need_not_be_seekable()
    {
        using var target = new MemoryStream();
        using (var pipe = new System.IO.Compression.BrotliStream(target, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            PdfDocument.Write(FoundingCase.With(), pipe);
        Assert.True(target.CanWrite);
        Assert.True(target.Length > 0);
    }

    [Fact]
    public void The_licence_of_the_typefaces_travels_with_them()
    {
        using var licence = new StreamReader(typeof(PdfDocument).Assembly.GetManifestResourceStream("OFL.txt")!);
        Assert.Contains("SIL Open Font License", licence.ReadToEnd(), StringComparison.OrdinalIgnoreCase);
    }
}
