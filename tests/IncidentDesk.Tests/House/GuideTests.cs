using System.Text.RegularExpressions;

namespace IncidentDesk.Tests.House;

/// <summary>What the guides name is there.</summary>
public sealed partial class GuideTests
{
    static readonly string[] Guides =
    [
        "README.md", ".github/CONTRIBUTING.md", ".github/SECURITY.md", ".github/DEPLOYING.md", ".github/ASVS.md",
        "src/DECISIONS.md", "playbooks/README.md",
    ];

    [Fact]
    public void Every_file_that_a_guide_names_exists() => Rule.Holds(
        Guides.SelectMany(g => Named().Matches(Repository.Text(g)).Select(m => (Guide: g, File: m.Groups[1].Value))).Distinct(),
        n => Everything.Value.Any(f => ("/" + f).EndsWith("/" + n.File, StringComparison.Ordinal)) ? null
            : $"{n.Guide} names {n.File}, and there is no such file.");

    [Fact]
    public void Every_command_line_of_the_guides_names_a_project_or_a_script_that_is_there() => Rule.Holds(
        Guides.SelectMany(g => Typed().Matches(Repository.Text(g)).Select(m => (Guide: g, Path: m.Groups[1].Value))).Distinct(),
        n => Path.Combine(Repository.Root, n.Path) is var path && (Directory.Exists(path) || File.Exists(path)) ? null
            : $"{n.Guide} tells its reader to run {n.Path}, which is not there.");

    [Fact]
    public void The_readme_is_one_screen() => Assert.InRange(Repository.Lines("README.md").Length, 20, 80);

    static readonly Lazy<IReadOnlyList<string>> Everything = new(() =>
        [.. Repository.Files("src", "").Concat(Repository.Files("tests", ""))
            .Concat(Repository.Files("playbooks", "")).Concat(Repository.Files(".github", "")),
            .. Directory.GetFiles(Repository.Root).Select(f => Path.GetFileName(f)!)]);

    /// <summary>In backticks, with an ending that a source file has; <c>*.md</c> stands for many.</summary>
    [GeneratedRegex(@"`((?:[A-Za-z][\w.-]*/)*[A-Za-z][\w.-]*\.(?:cs|razor|md|liquid|css|csproj|props))`")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?:--project |`|^)((?:src|tests)/[\w.]+)(?=[\s`])", RegexOptions.Multiline)]
    private static partial Regex Typed();
}
