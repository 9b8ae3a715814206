using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using IncidentDesk.Assets.Searching;

namespace IncidentDesk.Tests.Assets.Searching;

/// <summary>
/// The matcher beside the plainest thing that means the same: a regular expression over text that
/// was folded character by character.
/// </summary>
public sealed class NameMatchingTests
{
    static readonly string[] Characters = ["a", "B", "b", ".", "_", "[", "]", "^", "-", "/", "?", "%",
        "\\", "😀", "ä", "Ä", "ſ", "s", "K", "k", "Σ", "ς", "ẞ", "ß", "İ", "e\u0301", "Ⱥ", "字", " "];
    static readonly Gen<string> Known = Gen.Int[0, Characters.Length - 1].Select(i => Characters[i]);
    static readonly Gen<string> Name =
        Gen.OneOf(Known, Known, Gen.Char.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Select(c => c.ToString())).Array[1, 12]
            .Select(string.Concat);
    static readonly Gen<string> Pattern = Gen.OneOf(Known, Known, Gen.Const("*"), Gen.Const("?")).Array[1, 7].Select(string.Concat);

    [Fact]
    public void A_pattern_finds_what_a_regular_expression_finds() =>
        Gen.Select(Pattern, Name).Sample(
            (p, n) => Assert.Equal(Means(p, n, whole: false), NamePattern.Folded(p).Matches(Folding.Fold(n))), iter: 100_000, threads: 1);

    [Fact]
    public void Where_case_counts_a_pattern_is_a_glob_to_the_letter() =>
        Gen.Select(Pattern, Name).Sample((p, n) => Assert.Equal(
            Regex.IsMatch(n, Expression(p.Trim()), RegexOptions.CultureInvariant),
            NamePattern.Spelled(p).Matches(Encoding.UTF8.GetBytes(n))), iter: 100_000, threads: 1);

    [Fact]
    public void What_matches_to_the_letter_matches_folded_too() =>
        Gen.Select(Pattern, Name).Sample(
            (p, n) => !NamePattern.Spelled(p).Matches(Encoding.UTF8.GetBytes(n)) || NamePattern.FoldedGlob(p).Matches(Folding.Fold(n)),
            iter: 100_000, threads: 1);

    [Fact]
    public void Folding_twice_is_folding_once() =>
        Name.Sample(n => Folding.Fold(n).SequenceEqual(Folding.Fold(Encoding.UTF8.GetString(Folding.Fold(n)))), iter: 20_000, threads: 1);

    [Fact]
    public void Case_folds_in_every_script_and_nothing_else_does()
    {
        foreach (var (one, other) in new[]
        {
            ("ÄÖÜ", "äöü"), ("ΣΊΣΥΦΟΣ", "σίσυφος"), ("ЖУРНАЛ", "журнал"), ("K", "k"), ("ſ", "S"), ("ẞ", "ß")
        })
            Assert.Equal(Folding.Fold(one), Folding.Fold(other));
        foreach (var (one, other) in new[] { ("ä", "a"), ("ß", "ss"), ("_", "-"), ("ı", "i") })
            Assert.NotEqual(Folding.Fold(one), Folding.Fold(other));
    }

    [Fact]
    public void A_pass_over_many_names_finds_each_name_that_matches_and_no_other() =>
        Gen.Select(Pattern, Name.Array[0, 30]).Sample((p, names) =>
        {
            var builder = new NameTextBuilder();
            foreach (var name in names) builder.Add(Encoding.UTF8.GetBytes(name));
            using var hits = new Hits(names.Length, byLength: false);
            NameScan.Run(builder.Build(), NamePattern.Folded(p), null, null, hits);
            Assert.Equal(Enumerable.Range(0, names.Length).Where(i => Means(p, names[i], whole: false)), hits.Rows.ToArray().Order());
        }, iter: 20_000, threads: 1);

    [Fact]
    public void A_scan_stops_at_each_place_where_a_text_stands_and_nowhere_else() =>
        Gen.Select(Gen.Byte[97, 99].Array[0, 400], Gen.Byte[97, 99].Array[1, 9], Gen.Int[1, 40]).Sample((text, literal, ahead) =>
        {
            var scan = new LiteralScan(text, literal, new int[256]);
            for (var from = 0; ; from += ahead)
            {
                var expected = from <= text.Length ? text.AsSpan(from).IndexOf(literal) : -1;
                var found = scan.Next(from);
                Assert.Equal(expected < 0 ? -1 : from + expected, found);
                if (found < 0) return;
                from = found;
            }
        }, iter: 50_000, threads: 1);

    static bool Means(string pattern, string name, bool whole)
    {
        pattern = pattern.Trim();
        var (p, n) = (Plain(pattern), Plain(name));
        return whole || NamePattern.IsOne(pattern) ? Regex.IsMatch(n, Expression(p), RegexOptions.CultureInvariant)
            : n.Contains(p, StringComparison.Ordinal);
    }

    static string Plain(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => Rune.ToLowerInvariant(Rune.ToUpperInvariant(r)).ToString()));

    static string Expression(string glob) => "\\A" + string.Concat(glob.EnumerateRunes().Select(r => r.Value switch
    {
        '*' => "[\\s\\S]*",
        '?' => "(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\uD800-\uDFFF])",
        _ => Regex.Escape(r.ToString()),
    })) + "\\z";
}
