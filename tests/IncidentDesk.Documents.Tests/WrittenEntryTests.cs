using IncidentDesk.Reports;

namespace IncidentDesk.Documents.Tests;

public sealed class WrittenEntryTests
{
    const string Source = """
        Every access has **yet** to be tracked down.

        ## Then
        1. Read `hive_audit`
        2. See [the list](https://archive.example/list)
           - service accounts

        | who | read |
        |---|---|
        | Ines | 9 |

        ```
        SELECT *
        FROM audit
        ```
        <script>alert(1)</script>
        """;

    static readonly string[] Words =
    [
        "Every access has yet to be tracked down.", "Then", "1. Read hive_audit",
        "2. See the list (https://archive.example/list)", "• service accounts",
        "who · read", "Ines · 9", "SELECT *", "FROM audit", "<script>alert(1)</script>",
    ];

    [Fact]
    public void What_somebody_wrote_into_the_log_is_drawn_as_plain_lines_without_losing_a_word()
    {
        var html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Rendered.Html(Entry(isMarkdown: true)));
        Assert.Equal(string.Join('\n', Words), html.QuerySelector(".timeline .what p")!.TextContent);
        Assert.Empty(html.QuerySelectorAll("script"));

        var pdf = Rendered.Dense(Rendered.AllText(Entry(isMarkdown: true)));
        Assert.All(Words, words => Assert.Contains(Rendered.Dense(words), pdf, StringComparison.Ordinal));
    }

    [Fact]
    public void A_sentence_of_the_desk_is_drawn_as_it_stands()
    {
        var html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Rendered.Html(Entry(isMarkdown: false)));
        Assert.Equal(Source.ReplaceLineEndings("\n"), html.QuerySelector(".timeline .what p")!.TextContent);
    }

    static Report Entry(bool isMarkdown) => FoundingCase.With(new Block.Timeline([new()
    {
        Position = 1, HappenedAt = FoundingCase.Marks.AsKnownAt, RecordedAt = FoundingCase.Marks.AsKnownAt,
        By = "Ines Haddad", Text = Source, IsMarkdown = isMarkdown,
    }]));
}
