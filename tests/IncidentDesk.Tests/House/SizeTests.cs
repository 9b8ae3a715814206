using System.Text.RegularExpressions;

namespace IncidentDesk.Tests.House;

/// <summary>A file is as long as somebody can read in one go.</summary>
public sealed partial class SizeTests
{
    const int Widest = 140;
    static readonly string[] NoRooms = ["Models", "Services", "Helpers", "Utils", "Shared", "Common", "Dtos", "Managers"];

    [Fact]
    public void No_source_file_is_longer_than_300_lines() =>
        Rule.Holds(Repository.Files("src", ".cs", ".razor", ".js"), f => Longer(f, 300));

    [Fact]
    public void No_test_file_is_longer_than_400_lines() => Rule.Holds(Repository.Files("tests", ".cs"), f => Longer(f, 400));

    [Fact]
    public void No_page_is_longer_than_120_lines_with_50_of_code() =>
        Rule.Holds(Repository.Files("src/IncidentDesk.Web", ".razor", ".csproj"), f =>
            !f.EndsWith(".razor", StringComparison.Ordinal) ? null
            : Longer(f, 120) ?? (Code(f) is > 50 and var lines
                ? $"{f} has {lines} lines of @code; more than 50 belong into a class."
                : null));

    [Fact]
    public void No_line_is_wider_than_140_columns() => Rule.Holds(
        Repository.Files("src", ".cs", ".razor", ".js", ".css").Concat(Repository.Files("tests", ".cs")).SelectMany(Wide),
        wide => wide.Columns <= Widest ? null : $"{wide.File}({wide.Line}) has {wide.Columns} columns, {Widest} at most.");

    [Fact]
    public void Rooms_are_named_after_what_happens_in_them() => Rule.Holds(
        Repository.Files("src", ".cs", ".razor").Concat(Repository.Files("tests", ".cs")).Select(f => Path.GetDirectoryName(f)!).Distinct(),
        folder => folder.Split('/', '\\').Intersect(NoRooms).FirstOrDefault() is { } name
            ? $"{folder}: {name} says nothing about what is in it."
            : null);

    /// <summary>Every line with its width; in tests without what stands in raw strings, which is somebody else's text.</summary>
    static IEnumerable<(string File, int Line, int Columns)> Wide(string file)
    {
        var (number, raw) = (0, false);
        foreach (var line in Repository.Lines(file))
        {
            number++;
            var marks = RawMark().Count(line);
            if (!(raw || marks > 0) || !file.StartsWith("tests", StringComparison.Ordinal)) yield return (file, number, line.Length);
            raw ^= marks % 2 == 1;
        }
    }

    static string? Longer(string file, int most) =>
        Repository.Lines(file).Length is var lines && lines > most
            ? $"{file} has {lines} lines, {most} at most: split it where two thoughts meet."
            : null;

    static int Code(string file) => Repository.Lines(file).SkipWhile(l => !l.StartsWith("@code", StringComparison.Ordinal)).Count();

    [GeneratedRegex("\"{3,}")]
    private static partial Regex RawMark();
}
