using System.Text.Unicode;
using CsvHelper;

namespace IncidentDesk.Assets.Importing.Csv;

/// <summary>
/// The desk's own table of assets (RFC 4180, UTF-8, commas or tabs): header required, order free, only <c>key</c>
/// needed; or a table of edges with <c>from</c> and <c>to</c>. What is wrong with one row rejects that row; what is
/// wrong with the file refuses the file.
/// </summary>
public sealed class CsvFormat : ICatalogueFormat
{
    public string Code => "csv";

    public string Words => "CSV or TSV with a column named key, or columns named from and to";

    /// <summary>People send parts of a list as often as the whole.</summary>
    public bool IsComplete => false;

    internal long MostBytes { get; init; } = 4L << 30;

    public IEnumerable<CatalogueStatement> Read(CatalogueFile file) => file.Parts.SelectMany(Read);

    IEnumerable<CatalogueStatement> Read(CataloguePart part)
    {
        var tabs = HasTabs(part);
        using var file = part.Open();
        using var bytes = new MeasuredStream(file, MostBytes, $"{MostBytes:N0} bytes");
        var rows = new CsvRows(tabs);
        using var csv = CsvReader.Create(bytes, rows.Options, leaveOpen: true);
        Guard(bytes, () =>
        {
            csv.ReadHeader();
            return true;
        });
        rows.Header(csv.Headers);
        while (Guard(bytes, csv.Read))
            foreach (var statement in rows.Statements(csv)) yield return statement;
    }

    /// <summary>Whether there is a row; throws what is wrong with the file.</summary>
    static bool Guard(MeasuredStream bytes, Func<bool> read)
    {
        try
        {
            var there = read();
            return bytes.Refusal is { } why ? throw new UnreadableException(why) : there;
        }
        catch (CsvFormatException tooLong)
        {
            throw new UnreadableException(bytes.Refusal ?? new CsvAssets.LineTooLong((int)Math.Clamp(tooLong.LineNumber, 1, int.MaxValue)));
        }
    }

    /// <summary>As its first line shows: a database's own dump has tabs, a spreadsheet's file commas.</summary>
    static bool HasTabs(CataloguePart part)
    {
        using var file = part.Open();
        var head = new byte[4 << 10];
        var line = head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        if (line.IndexOf((byte)'\n') is >= 0 and var end) line = line[..end];
        return line.Contains((byte)'\t') && !line.Contains((byte)',');
    }
}

/// <summary>The rows of one file as they come. Of each key it remembers that it was there and what was said, as two numbers.</summary>
internal sealed class CsvRows
{
    readonly KeysSeen _seen = new();
    readonly Dictionary<long, CsvMalformedReason> _malformed = [];
    readonly bool _tabs;
    CsvColumns _columns = null!;
    int _bad;
    (int Line, string Problem) _first;

    public CsvRows(bool tabs) => (_tabs, Options) = (tabs, new()
    {
        // A bad quote may not swallow the rows behind it, so a record ends where its line ends.
        Separator = tabs ? '\t' : ',', AllowLineBreaksInQuotes = false,
        DetectSeparatorHint = false, MaxRecordSize = CsvAssets.LongestLine, TrackLineNumbers = true,
        OnMalformedRecord = record => _malformed[record.LineNumber] = record.Reason,
    });

    public CsvReaderOptions Options { get; }

    public void Header(IReadOnlyList<string> header)
    {
        var columns = CsvColumns.Of(header, _tabs);
        _columns = columns.Done ? columns.Value : throw new UnreadableException(columns.Refusal);
    }

    public IEnumerable<CatalogueStatement> Statements(CsvReader csv)
    {
        var line = (int)csv.LineNumber;
        if (csv.RawRecord.Length > CsvAssets.LongestLine) throw new UnreadableException(new CsvAssets.LineTooLong(line));
        if (!Utf8.IsValid(csv.RawRecord)) throw new UnreadableException(new CsvAssets.NotUtf8(line));
        var problem = Quoting(line) ?? Fields(csv);
        IReadOnlyList<CatalogueStatement> told = problem is null ? _columns.Read(csv, out problem) : [];
        if (problem is null && told is [StatedAsset asset, ..] && !IsNew(asset, told, line, out problem)) told = [];
        return problem is null ? told : [Rejected(line, problem)];
    }

    RejectedStatement Rejected(int line, string problem)
    {
        if (_bad++ == 0) _first = (line, problem);
        return _bad > CsvAssets.MostBadRows
            ? throw new UnreadableException(new CsvAssets.TooManyBadRows(_first.Line, _first.Problem))
            : new($"line {line}", problem);
    }

    /// <summary>False when the same was said before, or something else about the same key.</summary>
    bool IsNew(StatedAsset asset, IReadOnlyList<CatalogueStatement> told, int line, out string? problem)
    {
        problem = null;
        if (_seen.IsNew(asset.Key, RowHash.Of(told), line, out var before))
            return _seen.Count <= CsvAssets.MostRows ? true
                : throw new UnreadableException(new Refusal.TooLarge("The number of rows", $"{CsvAssets.MostRows:N0}"));
        if (!before.Same) problem = $"Line {before.Line} gives other values for the same key; that line was imported.";
        return false;
    }

    string? Fields(CsvReader csv) =>
        csv.FieldCount > csv.Headers.Count ? $"The row has {csv.FieldCount} fields, the header {csv.Headers.Count}; "
            + $"put a field that contains a {(_tabs ? "tab" : "comma")} in quotes." : null;

    string? Quoting(int line) => !_malformed.Remove(line, out var reason) ? null : reason switch
    {
        CsvMalformedReason.StrayQuote => "There is a quote inside a field without quotes; put the field in quotes and double the quote.",
        CsvMalformedReason.TextAfterClosingQuote => "Text follows a closing quote; double each quote within the field.",
        _ => "A quoted field does not end on its line.",
    };
}
