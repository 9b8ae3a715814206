using System.Text.RegularExpressions;

namespace IncidentDesk.Tests.House;

/// <summary>Words that nobody reads in the product; the words that it uses are in the glossary of CONTRIBUTING.</summary>
public sealed class WordTests
{
    /// <summary>What is not written, and what to write instead.</summary>
    static readonly (Regex Word, string Instead)[] Unused = Patterns(
        ("anew", "again, or a new …"), ("whoever", "the person or the role"), ("(some|any|every)body", "a name, a role or someone"),
        (@"(one|keys?|condition|row|event) an? (line|command|stream|file|process)", "one per …"),
        ("as (it|the file) looks", "detect from the file"),
        ("stands?|stood", "is"), ("(comes?|came) to", "the result, the outcome"), ("(takes?|taking|took) (no )?part", "a participant"),
        ("opens? nothing", "no longer works"), ("counts? no more", "no longer counts, is withdrawn"), ("any more", "no longer"),
        ("(is|are|be|was|were) told", "is notified, gets the answer"), ("take it along", "download"), ("at hand", "available, recorded"),
        ("how far|reach(es)? (less )?far(ther)?", "scope"), ("look (at it )?again", "re-check"), ("reckon(s|ed)?", "compute"),
        ("mend(s|ed)?", "correct"), ("passe[sd] over", "skipped"), ("put on record", "record"), ("holds no", "contains no"),
        ("also if", "even if"), ("when left out", "if omitted"), ("by estimate", "estimated"),
        ("empty for now", "for the current state"), ("not in the past", "go back to now"), ("sorts? of", "a kind or type of"),
        ("nobody (can say|has said)", "it is not known, it is not recorded"), ("(was|is|are|were) (not )?taken up", "used, applied"));

    /// <summary>Where such a word is right: a file or a folder, the word, and why.</summary>
    static readonly (string Path, string Word, string Why)[] Right =
    [
        ("playbooks/", "be told", "to tell people is what these tasks are about"),
        ("playbooks/", "was told", "to tell people is what these tasks are about"),
        ("playbooks/", "are told", "to tell people is what these tasks are about"),
        ("playbooks/", "stood", "a rule stood: it was in force before it was changed"),
    ];

    static (Regex Word, string Instead)[] Patterns(params (string Word, string Instead)[] words) =>
        [.. words.Select(w => (new Regex($@"\b(?:{w.Word})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), w.Instead))];

    static IReadOnlyList<string> Read =>
    [
        "README.md", "src/DECISIONS.md", .. Repository.Files(".github", ".md"),
        .. Repository.Files("src", ".cs", ".razor", ".js"), .. Repository.Files("playbooks", ".md", ".liquid", ".yaml"),
    ];

    [Fact]
    public void What_a_person_reads_has_none_of_the_words_that_the_product_does_not_use()
    {
        var texts = Read.Sum(f => ShownText.Of(f, Repository.Text(f)).Count);
        Assert.True(texts > 5_000, $"Only {texts} texts were found; the reading of files is broken.");
        Rule.Holds(Read, file => ShownText.Of(file, Repository.Text(file))
            .SelectMany(shown => Found(file, shown.Line, shown.Text)).ToList() is { Count: > 0 } found
                ? string.Join(Environment.NewLine, found) : null);
    }

    [Fact]
    public void Every_exception_is_needed() => Rule.Holds(Right, right =>
        Read.Any(f => f.StartsWith(right.Path, StringComparison.Ordinal)
            && Repository.Text(f).Contains(right.Word, StringComparison.OrdinalIgnoreCase))
                ? null : $"'{right.Word}' does not occur in {right.Path}; remove the exception.");

    [Theory]
    [InlineData("page.razor", "<p title=\"Say it anew\">@* anew *@</p>")]
    [InlineData("page.razor", "@using Anew\n<p>x</p>\n@code {\n  // anew\n  string Said => $\"{(yes ? \"Say it anew\" : \"\")} now\";\n}")]
    [InlineData("code.cs", "/* anew */ var x = '\"'; // anew\nvar said = @\"a \"\"quoted\"\" word, anew\";")]
    [InlineData("code.cs", "/// anew\nvar said = $\"{Count:N0} {(one ? $\"written {Again(\"anew\")}\" : \"\")} so\";")]
    [InlineData("code.cs", "var said = $$\"\"\"\n  { \"x\": {{value}}, anew }\n  \"\"\";")]
    [InlineData("guide.md", "Write it anew.")]
    public void A_word_is_found_where_it_is_read_and_not_in_a_comment(string path, string content) =>
        Assert.Single(ShownText.Of(path, content), shown => shown.Text.Contains("anew", StringComparison.Ordinal));

    static IEnumerable<string> Found(string file, int line, string text) =>
        from word in Unused
        from match in word.Word.Matches(text)
        where !Right.Any(r => file.StartsWith(r.Path, StringComparison.Ordinal)
            && match.Value.Equals(r.Word, StringComparison.OrdinalIgnoreCase))
        select $"{file}, line {line} says \"{match.Value}\". Write {word.Instead}: {text[..Math.Min(120, text.Length)]}";
}
