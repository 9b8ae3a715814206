using System.Text.RegularExpressions;

namespace IncidentDesk.Tests.House;

/// <summary>The table of OWASP's requirements names what is there, and leaves none of the two levels out.</summary>
public sealed partial class AsvsTests
{
    /// <summary>How many requirements of level 1 and 2 each chapter of ASVS 5.0.0 has.</summary>
    static readonly int[] InChapter = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

    static readonly IReadOnlyList<string[]> Rows = [.. Repository.Lines(".github/ASVS.md").Where(l => Row().IsMatch(l))
        .Select(l => l.Split('|').Select(c => c.Trim()).ToArray()[1..^1])];

    [Fact]
    public void Every_requirement_of_levels_1_and_2_has_one_row()
    {
        Assert.Equal(Rows.Count, Rows.Select(r => r[0]).Distinct().Count());
        Assert.Equal(InChapter, Enumerable.Range(1, InChapter.Length).Select(c => Rows.Count(r => r[0].Split('.')[0] == $"{c}")));
    }

    [Fact]
    public void Every_row_has_a_level_a_status_and_says_what_shows_it() => Rule.Holds(Rows, row =>
        row is [_, "1" or "2", { Length: > 0 }, "met" or "not met" or "n/a", { Length: > 0 }] ? null
            : $"{row[0]} in ASVS.md: write id, level, subject, met, not met or n/a, and what shows it.");

    [Fact]
    public void Every_test_and_file_that_is_named_exists() => Rule.Holds(
        Rows.SelectMany(r => Named().Matches(r[4]).Select(m => (Id: r[0], Name: m.Groups[1].Value))), named =>
            Existing.Value.Contains(named.Name) || Existing.Value.Contains(named.Name + ".cs")
                ? null : $"{named.Id} in ASVS.md names {named.Name}, and there is no such test or file.");

    [Fact]
    public void The_sums_at_the_top_are_those_of_the_rows() => Rule.Holds(["1", "2"], level => Repository.Lines(".github/ASVS.md")
        .Contains($"| level {level} | {Many(level, "met")} | {Many(level, "not met")} | {Many(level, "n/a")} |")
            ? null : $"Level {level} of ASVS.md: {Many(level, "met")} met, {Many(level, "not met")} not met, {Many(level, "n/a")} n/a.");

    static int Many(string level, string status) => Rows.Count(r => r[1] == level && r[3] == status);

    static readonly Lazy<HashSet<string>> Existing = new(() => [.. Repository.Files("src", "").Concat(Repository.Files("tests", ""))
        .Concat(Repository.Files(".github", "")).Append("Directory.Packages.props").Select(f => Path.GetFileName(f))]);

    [GeneratedRegex(@"^\| \d+\.\d+\.\d+ \|")]
    private static partial Regex Row();

    /// <summary>In backticks, a name of a test class or of a file.</summary>
    [GeneratedRegex(@"`([A-Z]\w+(?:Tests|Journey)|[\w.]+\.(?:cs|razor|yml|props))`")]
    private static partial Regex Named();
}
