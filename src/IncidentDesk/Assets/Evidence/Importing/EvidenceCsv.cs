using System.Text.Unicode;
using CsvHelper;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.Csv;

namespace IncidentDesk.Assets.Evidence.Importing;

/// <summary>
/// Reads evidence as CSV (RFC 4180, UTF-8, comma, header required): a row for each thing that is said of an asset. What is wrong
/// with one row rejects that row, what is wrong with the file refuses the file. Nothing is saved here.
/// </summary>
public static partial class EvidenceCsv
{
    public const int MostRows = 1_000_000, MostWords = 5_000;
    const long MostBytes = 100 << 20;
    const int MostBadRows = 10_000, LongestLine = 64 << 10;

    /// <summary>The columns as the header names them.</summary>
    public static string Columns(EvidenceKind kind) => EvidenceColumns.Wanted(kind);

    public static async Task<Outcome<EvidenceRows>> Read(EvidenceKind kind, Stream file, string name, CancellationToken ct = default)
    {
        if (kind is EvidenceKind.Containment)
            return Refusal.Invalid.Field("kind",
                "Set the containment by choosing assets; a file contains who could read, who did, or what a log covers.");
        await using var bytes = new MeasuredStream(file, MostBytes, "100 MB");
        var rows = new Reading(kind);
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
            refusal = new CsvAssets.LineTooLong((int)Math.Max(1, tooLong.LineNumber));
        }
        return (bytes.Refusal ?? refusal) is { } why ? why
            : new EvidenceRows(kind, name, bytes.Sha256(), rows.Parts, rows.Taken, rows.Rejected);
    }

    /// <summary>The rows of one file as they come.</summary>
    sealed class Reading
    {
        readonly EvidenceKind _kind;
        readonly Dictionary<EvidencePart, int> _parts = [];
        readonly Dictionary<(string Key, string? Subject, DateTimeOffset?, DateTimeOffset?),
            (int Line, EvidencePart Part, Figure Figure)> _seen = [];
        readonly HashSet<long> _malformed = [];
        EvidenceColumns _columns = null!;

        public Reading(EvidenceKind kind) => (_kind, Options) = (kind, new()
        {
            // A bad quote may not swallow the rows behind it, so a record ends where its line ends.
            Separator = ',', AllowLineBreaksInQuotes = false, DetectSeparatorHint = false,
            MaxRecordSize = LongestLine, TrackLineNumbers = true,
            PoolStrings = true, OnMalformedRecord = record => _malformed.Add(record.LineNumber),
        });

        public CsvReaderOptions Options { get; }
        public List<EvidencePart> Parts { get; } = [];
        public List<EvidenceRow> Taken { get; } = [];
        public List<RejectedRow> Rejected { get; } = [];

        public Refusal? Header(IReadOnlyList<string> header)
        {
            var columns = EvidenceColumns.Of(_kind, header);
            if (columns.Done) _columns = columns.Value;
            return columns.Refusal;
        }

        public Refusal? Take(CsvReader csv)
        {
            var line = (int)csv.LineNumber;
            if (csv.RawRecord.Length > LongestLine) return new CsvAssets.LineTooLong(line);
            if (!Utf8.IsValid(csv.RawRecord)) return new CsvAssets.NotUtf8(line);
            if (Taken.Count == MostRows) return new Refusal.TooLarge("The number of rows", $"{MostRows:N0}");
            if ((Shape(csv, line) ?? Add(csv)) is { } problem) Rejected.Add(new(line, problem));
            return Parts.Count > MostWords ? new TooManyWords()
                : Rejected.Count > MostBadRows ? new CsvAssets.TooManyBadRows(Rejected[0].Line, Rejected[0].Reason)
                : null;
        }

        string? Shape(CsvReader csv, int line) =>
            _malformed.Remove(line) ? "A quote is out of place; put the field in quotes and double each quote within it."
                : csv.FieldCount > csv.Headers.Count
                    ? $"The row has {csv.FieldCount} fields, the header {csv.Headers.Count}; put a field that contains a comma in quotes."
                : null;

        string? Add(CsvReader csv)
        {
            var (part, row, problem) = _columns.Read(csv);
            if (problem is not null) return problem;
            if (!_seen.TryAdd((row.Key, part.Subject, row.From, row.To), (row.Line, part, row.Figure)))
            {
                var first = _seen[(row.Key, part.Subject, row.From, row.To)];
                return (first.Part, first.Figure) == (part, row.Figure) ? null
                    : $"Line {first.Line} gives another value for the same asset, {part.Subject} and period; that line was imported.";
            }
            if (_parts.TryAdd(part, Parts.Count)) Parts.Add(part);
            Taken.Add(row with { Part = _parts[part] });
            return null;
        }
    }
}
