using CsvHelper;

namespace IncidentDesk.Assets.Importing.Csv;

/// <summary>Which field of a record is which, and one record read by it.</summary>
internal sealed class CsvColumns
{
    public const string Wanted = "key,kind,container,owner,labels,people_data,upstreams",
        More = "environment,rows,bytes,last_access,names", Edges = "from,to,job";
    static readonly string[] Names = $"{Wanted},{More},{Edges}".Split(',');

    readonly Dictionary<string, int> _at = new(StringComparer.Ordinal);
    readonly bool _tabs;

    CsvColumns(bool tabs) => _tabs = tabs;

    public bool Has(string column) => _at.ContainsKey(column);

    public static Outcome<CsvColumns> Of(IReadOnlyList<string> header, bool tabs)
    {
        var columns = new CsvColumns(tabs);
        var names = header.Select(h => h.Trim().ToLowerInvariant()).ToList();
        if (!names.Contains("key") && !(names.Contains("from") && names.Contains("to")))
            return new CsvAssets.NoHeader(CsvRecord.Shortened(string.Join(tabs ? ' ' : ',', header)));
        for (var i = 0; i < names.Count; i++)
        {
            // What belongs to the other kind of table would be passed over in silence.
            if (!Names.Contains(names[i]) || names.Contains("key") == Edges.Split(',').Contains(names[i]))
                return new CsvAssets.UnknownColumn(CsvRecord.Shortened(header[i]));
            if (!columns._at.TryAdd(names[i], i)) return new CsvAssets.ColumnTwice(names[i]);
        }
        return columns;
    }

    /// <summary>What the record says, the asset first; nothing, with the problem, when it cannot be taken.</summary>
    public IReadOnlyList<CatalogueStatement> Read(CsvReader csv, out string? problem) =>
        Has("key") ? new CsvRecord(this, csv).Asset(out problem) : new CsvRecord(this, csv).Edge(out problem);

    /// <summary>Trimmed; null when it is empty. Databases write nothing as <c>\N</c> or <c>NULL</c> into files with tabs.</summary>
    public string? Field(CsvReader csv, string column)
    {
        var text = _at.TryGetValue(column, out var at) && at < csv.FieldCount ? csv.GetString(at).OrNull() : null;
        return _tabs && text is "\\N" or "NULL" ? null : text;
    }
}
