namespace IncidentDesk.Assets.Importing.Csv;

/// <summary>Why a whole file is refused.</summary>
public static class CsvAssets
{
    public const int MostRows = 3_000_000, MostBadRows = 10_000, LongestLine = 64 << 10;

    public sealed record IsBinary()
        : Refusal.Unreadable(
            "Nothing was imported. The file is not text; it may be a spreadsheet or an archive. Export it as CSV in UTF-8 and send that.");

    public sealed record NotUtf8(int Line)
        : Refusal.Unreadable($"Nothing was imported. Line {Line} is not UTF-8. Save the file as CSV in UTF-8 and send it again.");

    public sealed record NoHeader(string Seen)
        : Refusal.Unreadable("Nothing was imported. The first line must name the columns, separated by commas or tabs: "
            + $"key, and any of {CsvColumns.Wanted},{CsvColumns.More}; or {CsvColumns.Edges}. It reads “{Seen}”.");

    public sealed record UnknownColumn(string Column)
        : Refusal.Unreadable($"Nothing was imported. There is no column “{Column}”; the columns are "
            + $"{CsvColumns.Wanted},{CsvColumns.More}; or {CsvColumns.Edges}. Rename it or leave it out.");

    public sealed record ColumnTwice(string Column)
        : Refusal.Unreadable($"Nothing was imported. The column {Column} occurs twice. Remove one.");

    public sealed record LineTooLong(int Line)
        : Refusal.Unreadable($"Nothing was imported. Line {Line} is longer than 64 KiB. Check the line ends and quotes from that line on.");

    public sealed record TooManyBadRows(int Line, string Reason)
        : Refusal.Unreadable($"Nothing was imported. More than {MostBadRows:N0} rows are wrong; "
            + $"this looks like another format. The first problem is in line {Line}: {Reason}");
}
