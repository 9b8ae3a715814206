using CsvHelper;

namespace IncidentDesk.Assets.Importing.Csv;

/// <summary>Which field of a record is which, and one record read by it.</summary>
internal sealed class CsvColumns
{
    public const string Wanted = "key,kind,container,owner,labels,people_data,upstreams";
    const int MostInOneField = 50;
    static readonly string[] Names = Wanted.Split(',');
    readonly int[] _at = [.. Enumerable.Repeat(-1, Names.Length)];

    public AssetColumns Says { get; private set; }

    public static Outcome<CsvColumns> Of(IReadOnlyList<string> header)
    {
        var columns = new CsvColumns();
        var names = header.Select(h => h.Trim().ToLowerInvariant()).ToList();
        if (!names.Contains(Names[0])) return new CsvAssets.NoHeader(Shortened(string.Join(',', header)));
        for (var i = 0; i < names.Count; i++)
        {
            var column = Array.IndexOf(Names, names[i]);
            if (column < 0) return new CsvAssets.UnknownColumn(Shortened(header[i]));
            if (columns._at[column] >= 0) return new CsvAssets.ColumnTwice(names[i]);
            columns._at[column] = i;
            columns.Says |= (AssetColumns)(1 << column);
        }
        return columns;
    }

    /// <summary>The row, or why it cannot be taken.</summary>
    public (AssetRow? Row, string? Problem) Read(CsvReader csv)
    {
        var (key, kind, people) = (Field(csv, 0) ?? "", Field(csv, 1), Field(csv, 5));
        if (AssetKey.Problem(key) is { } wrongKey) return (null, wrongKey);
        if (kind is not null && AssetWords.Kind(kind) is null) return (null, $"The kind “{Shortened(kind)}” is not known; leave it empty or write one of: {Kinds}.");
        if (people is not null && AssetWords.PeopleData(people) is null) return (null, "people_data is yes, no or unknown.");
        var row = new AssetRow(key)
        {
            Line = (int)csv.LineNumber,
            Kind = kind is null ? AssetKind.Unknown : AssetWords.Kind(kind)!.Value,
            PeopleData = people is null ? PeopleData.Unknown : AssetWords.PeopleData(people)!.Value,
            Container = Field(csv, 2) ?? AssetKey.Container(key), Owner = Field(csv, 3),
            Labels = Several(Field(csv, 4)), Upstreams = Several(Field(csv, 6)),
        };
        var problem = TooLong("container", row.Container, 1_000) ?? TooLong("owner", row.Owner, 200) ?? Labels(row) ?? Upstreams(row);
        return problem is null ? (row, null) : (null, problem);
    }

    static string Kinds => string.Join(", ", Enum.GetValues<AssetKind>().Select(k => k.Code()));

    string? Field(CsvReader csv, int column) => _at[column] is var at && at >= 0 && at < csv.FieldCount ? csv.GetString(at).OrNull() : null;

    static string[] Several(string? field) => field is null ? []
        : [.. field.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal)];

    static string? Labels(AssetRow row) => row.Labels.Count > MostInOneField
        ? $"There are more than {MostInOneField} labels." : row.Labels.Select(l => TooLong("label", l, 100)).FirstOrDefault(p => p is not null);

    static string? Upstreams(AssetRow row)
    {
        if (row.Upstreams.Contains(row.Key)) return "The asset names itself as its upstream.";
        var wrong = row.Upstreams.FirstOrDefault(u => AssetKey.Problem(u) is not null);
        return wrong is null ? null : $"The upstream “{Shortened(wrong)}” is no key. {AssetKey.Problem(wrong)}";
    }

    static string? TooLong(string what, string? value, int most) =>
        value is null ? null
        : value.Length > most ? $"The {what} is longer than {most:N0} characters."
        : value.Any(char.IsControl) ? $"The {what} contains a control character." : null;

    static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
