using System.Text.Unicode;
using CsvHelper;

namespace IncidentDesk.Assets.Importing.Csv;

/// <summary>
/// Reads the desk's own CSV for assets (RFC 4180, UTF-8, comma): header required, order free, only <c>key</c> needed. What is
/// wrong with one row rejects that row; what is wrong with the file refuses the file. Nothing is saved here.
/// </summary>
public static partial class CsvAssets
{
    public const long MostBytes = 100 << 20;
    public const int MostRows = 1_000_000, MostBadRows = 10_000, LongestLine = 64 << 10;

    public static async Task<Outcome<AssetFile>> Read(Stream file, string name, CancellationToken ct = default)
    {
        await using var bytes = new MeasuredStream(file, MostBytes, "100 MB");
        var rows = new CsvRows();
        await using var csv = CsvReader.Create(bytes, rows.Options, leaveOpen: true);
        Refusal? refusal;
        try
        {
            await csv.ReadHeaderAsync(ct);
            refusal = bytes.Refusal ?? rows.Header(csv.Headers);
            while (refusal is null && await csv.ReadAsync(ct)) refusal = bytes.Refusal ?? rows.Take(csv);
        }
        catch (CsvFormatException tooLong)
        {
            refusal = new LineTooLong((int)Math.Max(1, tooLong.LineNumber));
        }
        return (bytes.Refusal ?? refusal) is { } why ? why : new AssetFile(name, bytes.Sha256(), rows.Says, rows.Taken, rows.Rejected);
    }

    /// <summary>The rows of one file as they come.</summary>
    sealed class CsvRows
    {
        readonly Dictionary<string, AssetRow> _seen = new(StringComparer.Ordinal);
        readonly Dictionary<long, CsvMalformedReason> _malformed = [];
        CsvColumns _columns = null!;

        public CsvRows() => Options = new()
        {
            // A bad quote may not swallow the rows behind it, so a record ends where its line ends.
            Separator = ',', AllowLineBreaksInQuotes = false, DetectSeparatorHint = false, MaxRecordSize = LongestLine, TrackLineNumbers = true,
            PoolStrings = true, OnMalformedRecord = record => _malformed[record.LineNumber] = record.Reason,
        };

        public CsvReaderOptions Options { get; }
        public AssetColumns Says => _columns.Says;
        public List<AssetRow> Taken { get; } = [];
        public List<RejectedRow> Rejected { get; } = [];

        public Refusal? Header(IReadOnlyList<string> header)
        {
            var columns = CsvColumns.Of(header);
            if (columns.Done) _columns = columns.Value;
            return columns.Refusal;
        }

        public Refusal? Take(CsvReader csv)
        {
            var line = (int)csv.LineNumber;
            if (csv.RawRecord.Length > LongestLine) return new LineTooLong(line);
            if (!Utf8.IsValid(csv.RawRecord)) return new NotUtf8(line);
            if (Taken.Count == MostRows) return new Refusal.TooLarge("The number of rows", $"{MostRows:N0}");
            if ((Quoting(line) ?? Fields(csv) ?? Add(csv)) is { } problem) Rejected.Add(new(line, problem));
            return Rejected.Count > MostBadRows ? new TooManyBadRows(Rejected[0].Line, Rejected[0].Reason) : null;
        }

        static string? Fields(CsvReader csv) =>
            csv.FieldCount > csv.Headers.Count ? $"The row has {csv.FieldCount} fields, the header {csv.Headers.Count}; put a field with a comma into quotes." : null;

        string? Quoting(int line) => !_malformed.Remove(line, out var reason) ? null : reason switch
        {
            CsvMalformedReason.StrayQuote => "A quote stands inside a field without quotes; put the field into quotes and double the quote.",
            CsvMalformedReason.TextAfterClosingQuote => "Text follows a closing quote; double a quote that belongs to the field.",
            _ => "A quoted field does not end on its line.",
        };

        string? Add(CsvReader csv)
        {
            var (row, problem) = _columns.Read(csv);
            if (row is null) return problem;
            if (_seen.TryAdd(row.Key, row)) Taken.Add(row);
            else if (!_seen[row.Key].SaysTheSameAs(row)) return $"Line {_seen[row.Key].Line} says something else about the same key; that line was taken.";
            return null;
        }
    }
}
