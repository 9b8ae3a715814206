namespace IncidentDesk.Assets.Importing.Csv;

/// <summary>The desk's own CSV.</summary>
internal sealed class CsvFormat : ICatalogueFormat
{
    public string Code => "csv";
    public string Words => "CSV with a column key";

    /// <summary>People send parts of a list as often as the whole.</summary>
    public bool IsComplete => false;

    public IEnumerable<Told> Read(CatalogueFile file)
    {
        foreach (var part in file.Parts)
        {
            using var stream = part.Open();
            var read = CsvAssets.Read(stream, part.Name).GetAwaiter().GetResult();
            if (!read.Done) throw new UnreadableException(read.Refusal);
            foreach (var told in read.Value.Rows.SelectMany(r => Told(r, read.Value.Says))) yield return told;
            foreach (var rejected in read.Value.Rejected) yield return new Untaken($"line {rejected.Line}", rejected.Reason);
        }
    }

    static IEnumerable<Told> Told(AssetRow row, AssetColumns says)
    {
        var place = $"line {row.Line}";
        yield return new ToldAsset(place, row.Key)
        {
            Kind = says.HasFlag(AssetColumns.Kind) ? row.Kind : null,
            Container = says.HasFlag(AssetColumns.Container) ? row.Container : null,
            Owners = says.HasFlag(AssetColumns.Owner) ? row.Owner is { } owner ? [new(owner)] : [] : null,
            Labels = says.HasFlag(AssetColumns.Labels) ? [.. row.Labels.Select(l => new AssetLabel(l))] : null,
            PeopleData = says.HasFlag(AssetColumns.PeopleData) ? row.PeopleData : null,
        };
        foreach (var upstream in row.Upstreams) yield return new ToldEdge(place, upstream, row.Key);
    }
}
