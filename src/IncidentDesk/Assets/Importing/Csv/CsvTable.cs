using System.Text.Unicode;
using CsvHelper;

namespace IncidentDesk.Assets.Importing.Csv;

/// <summary>
/// Streams a CSV of somebody else's making (RFC 4180, UTF-8): columns by name in any case,
/// lines may break within quotes.
/// </summary>
public static class CsvTable
{
    const int LongestRecord = 1 << 20;

    public sealed record TableNotUtf8(string Part, int Line)
        : Refusal.Unreadable($"Nothing was imported. Line {Line} of {Part} is not UTF-8. Save it as CSV in UTF-8 and send it again.");

    public sealed record RecordTooLong(string Part, int Line)
        : Refusal.Unreadable($"Nothing was imported. In {Part}, the row that starts in line {Line} is longer than 1 MB; "
            + "a quote may never be closed. Correct it and send it again.");

    /// <summary>The first row, in lower case and trimmed.</summary>
    public static IReadOnlyList<string> Header(CataloguePart part)
    {
        using var stream = part.Open();
        using var csv = CsvReader.Create(stream, Options([]), leaveOpen: true);
        return Guarded(part.Name, csv, () => { csv.ReadHeader(); return true; }) ? Names(csv) : [];
    }

    /// <summary>Rows one after the other; each is valid until the next one is asked for.</summary>
    /// <exception cref="UnreadableException">The file as a whole cannot be read.</exception>
    public static IEnumerable<CsvLine> Rows(CataloguePart part)
    {
        using var stream = part.Open();
        var malformed = new Dictionary<long, CsvMalformedReason>();
        using var csv = CsvReader.Create(stream, Options(malformed), leaveOpen: true);
        Guarded(part.Name, csv, () => { csv.ReadHeader(); return true; });
        var columns = Names(csv).Select((name, at) => (name, at)).DistinctBy(c => c.name).ToDictionary(c => c.name, c => c.at);
        while (Guarded(part.Name, csv, csv.Read))
        {
            if (csv.FieldCount == 1 && csv.GetString(0).OrNull() is null) continue;
            var problem = malformed.Remove(csv.LineNumber) ? "Its quotes do not match; double each quote within a field."
                : csv.FieldCount > columns.Count ? $"The row has {csv.FieldCount} fields, the header {columns.Count}."
                : null;
            yield return new CsvLine(csv, columns, problem);
        }
    }

    static CsvReaderOptions Options(Dictionary<long, CsvMalformedReason> malformed) => new()
    {
        Separator = ',', AllowLineBreaksInQuotes = true, DetectSeparatorHint = false,
        MaxRecordSize = LongestRecord, TrackLineNumbers = true, PoolStrings = true,
        OnMalformedRecord = record => malformed[record.LineNumber] = record.Reason,
    };

    static bool Guarded(string part, CsvReader csv, Func<bool> read)
    {
        try
        {
            if (!read()) return false;
        }
        catch (CsvFormatException wrong)
        {
            throw new UnreadableException(new RecordTooLong(part, (int)Math.Max(1, wrong.LineNumber)));
        }
        return Utf8.IsValid(csv.RawRecord) ? true : throw new UnreadableException(new TableNotUtf8(part, (int)csv.LineNumber));
    }

    static List<string> Names(CsvReader csv) => [.. csv.Headers.Select(h => h.Trim().ToLowerInvariant())];
}

/// <summary>One row.</summary>
/// <param name="Problem">Why it cannot be taken; null when it can.</param>
public sealed record CsvLine(CsvReader Csv, IReadOnlyDictionary<string, int> Columns, string? Problem)
{
    public string Place => $"line {Csv.LineNumber}";

    /// <summary>Trimmed; null when there is no such column or it is empty.</summary>
    /// <param name="columns">The first one that is there counts; lower case.</param>
    public string? this[params ReadOnlySpan<string> columns]
    {
        get
        {
            foreach (var column in columns)
                if (Columns.TryGetValue(column, out var at)) return at < Csv.FieldCount ? Csv.GetString(at).OrNull() : null;
            return null;
        }
    }

    public IEnumerable<string> Several(string column, char separator) =>
        (this[column] ?? "").Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
