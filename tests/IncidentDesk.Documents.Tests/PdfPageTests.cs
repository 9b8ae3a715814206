using IncidentDesk.Reports;

namespace IncidentDesk.Documents.Tests;

public sealed class PdfPageTests
{
    static readonly IReadOnlyList<string> Pages = Rendered.Pages(FoundingCase.Whole);

    [Fact]
    public void Every_page_carries_the_classification_and_its_number()
    {
        Assert.True(Pages.Count > 2);
        Assert.All(Pages, page => Assert.Contains("TLP:AMBER", page, StringComparison.Ordinal));
        for (var i = 0; i < Pages.Count; i++)
            Assert.Contains($"page {i + 1} of {Pages.Count}", Pages[i], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_says_what_it_is_about_when_it_was_true_and_which_hash_it_rests_on() => Assert.All(Pages, page =>
    {
        Assert.Contains("INC-42 · as known at 12 Jun 2026, 05:10:33 CEST · 03:10:33 UTC", page, StringComparison.Ordinal);
        Assert.Contains($"position 128 · head hash {FoundingCase.Hash}", page, StringComparison.Ordinal);
    });

    [Fact]
    public void A_long_subject_or_mark_does_not_push_out_the_moment_or_the_page_number()
    {
        var report = FoundingCase.With() with { Marks = FoundingCase.Marks with
        {
            Subject = new string('S', 300), Classification = "Confidential, legally privileged, prepared for counsel only"
        } };
        var page = Rendered.Pages(report)[^1];
        Assert.Contains("CONFIDENTIAL,LEGALLYPRIVILEGED,PREPAREDFORCOUNSELONLY", Rendered.Dense(page), StringComparison.Ordinal);
        Assert.Contains("… · as known at 12 Jun 2026, 05:10:33 CEST · 03:10:33 UTC", page, StringComparison.Ordinal);
        Assert.Contains("page 1 of 1", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_block_leaves_its_words_on_paper()
    {
        var text = Rendered.Dense(string.Concat(Pages));
        foreach (var words in (string[])["SEV2 · live · contained", "Cannot be assessed",
            "yet to be tracked down", "SELECT user, count(*)", "https://archive.example/inc-42",
            "18,412 tables", "overdue, still paused", "Petition with 1,600 signatures", "corrected by #107", "nothing later."])
            Assert.Contains(Rendered.Dense(words), text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_table_repeats_its_head_on_every_page()
    {
        var pages = Rendered.Pages(FoundingCase.With(FoundingCase.Containers(200)));
        Assert.True(pages.Count > 4);
        Assert.All(pages, page => Assert.Contains("People data", page, StringComparison.Ordinal));
        for (var row = 1; row <= 200; row++)
            Assert.Single(pages, page => page.Contains($"mci_{row:000}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_heading_never_stands_alone_at_the_foot_of_a_page()
    {
        for (var lines = 30; lines < 45; lines++)
        {
            var filler = string.Join('\n', Enumerable.Range(1, lines).Select(i => $"Line {i}"));
            var pages = Rendered.Pages(FoundingCase.With(
                new Block.Paragraph(filler), new Block.Heading(1, "Afterwards"), FoundingCase.Containers(3)));
            var page = Assert.Single(pages, page => page.Contains("Afterwards", StringComparison.Ordinal));
            Assert.Contains("mci_01", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_row_taller_than_a_page_goes_on_overleaf_and_loses_nothing()
    {
        var story = string.Join(' ', Enumerable.Range(1, 1500).Select(i => $"word{i}"));
        var pages = Rendered.Pages(
            FoundingCase.With(new Block.Table("Long", [new("What"), new("Story", 3)], [["one", story], ["two", "short"]])));
        Assert.True(pages.Count > 2);
        Assert.Contains(Rendered.Dense(story), DenseWithoutFrames(pages), StringComparison.Ordinal);
        Assert.All(pages, page => Assert.Contains("Story", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_drawn_outside_the_margins()
    {
        var key = "hive://warehouse/" + new string('k', 200);
        using var pdf = Rendered.PdfDocumentOf(FoundingCase.With(
            new Block.Table("Keys", [new("Key", 1, Mono: true), new("Note", 1)],
                [[key, "x"], [string.Join('.', Enumerable.Repeat("part", 60)), new string('Ж', 200)]]),
            new Block.Table("Wide", [.. Enumerable.Range(0, 40).Select(i => new Column($"c{i}"))],
                [[.. Enumerable.Range(0, 40).Select(i => new Cell($"{i}"))]]),
            new Block.KeyValues([new(new string('L', 90), key, Mono: true)]),
            new Block.Callout(Tone.Danger, key, key), new Block.Heading(1, key)));
        var letters = pdf.GetPages().SelectMany(page => page.Letters).ToList();
        Assert.NotEmpty(letters);
        Assert.All(letters, letter => Assert.InRange(letter.BoundingBox.Right, 55, 540));
        Assert.Contains(key, Rendered.Dense(string.Concat(pdf.GetPages().Select(page => page.Text))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_report_is_still_one_marked_page()
    {
        var page = Assert.Single(Rendered.Pages(FoundingCase.With()));
        Assert.Contains("page 1 of 1", page, StringComparison.Ordinal);
        Assert.Contains(FoundingCase.Hash, page, StringComparison.Ordinal);
        Assert.NotEmpty(Rendered.Pages(FoundingCase.With(new Block.Table("", [], []), new Block.KeyValues([]), new Block.Timeline([]),
            new Block.BarChart("", "", []), new Block.Paragraph(""), new Block.Markdown(""),
            new Block.Callout(Tone.Plain, "", ""), new Block.Heading(1, ""))));
    }

    static string DenseWithoutFrames(IEnumerable<string> pages) => Rendered.Dense(string.Concat(pages.Select(Body)));

    // What a page says between the head of the table and the footer.
    static string Body(string page)
    {
        var body = page[(page.IndexOf("Story", StringComparison.Ordinal) + "Story".Length)..];
        return body.StartsWith("one", StringComparison.Ordinal) ? body[3..] : body;
    }
}
