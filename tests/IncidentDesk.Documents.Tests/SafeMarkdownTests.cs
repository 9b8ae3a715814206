namespace IncidentDesk.Documents.Tests;

public sealed class SafeMarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "script&gt;")]
    [InlineData("<img src=x onerror=alert(1)>", "onerror")]
    [InlineData("a <b onclick=alert(1)>b</b>", "onclick")]
    public void Raw_html_is_shown_not_run(string source, string shown)
    {
        var html = SafeMarkdown.ToHtml(source);
        Assert.Contains(shown, html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(script|img|b)\\b", html);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](/logout)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x](JaVaScRiPt&#58;alert(1))")]
    [InlineData("![x](https://evil.example/a.png)x")]
    [InlineData("[x][1]\n\n[1]: vbscript:x")]
    public void Only_plain_addresses_become_links(string source)
    {
        var html = SafeMarkdown.ToHtml(source);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("href=\"(?!https://evil.example/a.png)", html);
        Assert.Matches("[x1]", html);
    }

    [Theory]
    [InlineData("[x](https://a.example/?b=1)", "href=\"https://a.example/?b=1\"")]
    [InlineData("[x](mailto:a@b.example)", "href=\"mailto:a@b.example\"")]
    [InlineData("see http://a.example/x", "href=\"http://a.example/x\"")]
    [InlineData("**bold** *soft* `code`", "<strong>bold</strong> <em>soft</em> <code>code</code>")]
    [InlineData("# Top", "<h3>Top</h3>")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |", "<td>1</td>")]
    public void What_people_write_in_markdown_works(string source, string expected) =>
        Assert.Contains(expected, SafeMarkdown.ToHtml(source), StringComparison.Ordinal);

    [Fact]
    public void A_picture_without_words_leaves_its_address() =>
        Assert.Contains(">https://a.example/p.png</a>", SafeMarkdown.ToHtml("![](https://a.example/p.png)"), StringComparison.Ordinal);

    [Fact]
    public void Text_nested_without_end_is_shown_as_typed()
    {
        var deep = new string('>', 5000) + " end";
        Assert.Contains("end", SafeMarkdown.ToHtml(deep), StringComparison.Ordinal);
        Assert.Contains("end", Rendered.AllText(FoundingCase.With(new Reports.Block.Markdown(deep))), StringComparison.Ordinal);
        Assert.Contains("end", Rendered.Markdown(FoundingCase.With(new Reports.Block.Markdown(deep))), StringComparison.Ordinal);
    }
}
