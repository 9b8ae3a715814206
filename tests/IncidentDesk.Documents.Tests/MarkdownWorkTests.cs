using IncidentDesk.Documents.Markdown;

namespace IncidentDesk.Documents.Tests;

/// <summary>What costs the parser the square of its length is shown as it was typed; what people write is not.</summary>
public sealed class MarkdownWorkTests
{
    const int Longest = 20_000;

    [Theory, InlineData("[a]("), InlineData("["), InlineData("!["), InlineData("[a]["), InlineData("**a "), InlineData("*a **a "),
        InlineData("_a_ "), InlineData("*a*"), InlineData("*_"), InlineData("> "), InlineData(">"), InlineData("1. "), InlineData("- + * "),
        InlineData("a\n*b* [c](\n")]
    public void Marks_that_never_end_are_words(string mark)
    {
        var text = string.Concat(Enumerable.Repeat(mark, Longest / mark.Length));

        Assert.True(MarkdownWork.IsTooMuch(text));
        Assert.Contains("<pre><code>", SafeMarkdown.ToHtml(text), StringComparison.Ordinal);
    }

    [Theory, InlineData("| one | **two** | `three` | 4 | [five](http://a.example/b) | six |\n"),
        InlineData("- **Who:** [Anna](mailto:a@b.example)\n"),
        InlineData("> What she said *twice*.\n"), InlineData("----------------------------------------------------------------\n"),
        InlineData("* * *\n\n"), InlineData("A sentence with **weight**, [a link](https://a.example) and `code`. "),
        InlineData("1. First\n   - [ ] second\n"), InlineData("snake_case_names_in_a_log_line = other_names_of_it\n\n")]
    public void What_people_write_is_formatted_however_long(string line) =>
        Assert.False(MarkdownWork.IsTooMuch(string.Concat(Enumerable.Repeat(line, 19_000 / line.Length / 2))));

    [Fact]
    public void A_text_is_rendered_once_and_found_again_until_others_pushed_it_out()
    {
        var (kept, made) = (new Kept<string>(100), 0);
        string Make(string source) { made++; return source + "!"; }
        var first = new string('a', 60);

        Assert.Equal(first + "!", kept.Of(first, 0, Make));
        Assert.Equal(first + "!", kept.Of(first, 0, Make));
        Assert.Equal(1, made);
        kept.Of(first, 1, Make);
        Assert.Equal(2, made);

        for (var n = 0; n < 10; n++) kept.Of(new string((char)('b' + n), 60), 0, Make);
        Assert.Equal(12, made);
        kept.Of(first, 0, Make);
        Assert.Equal(13, made);
    }
}
