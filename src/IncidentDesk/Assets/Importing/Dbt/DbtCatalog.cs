using System.Text.Json;
using IncidentDesk.Assets.Importing.JsonStreams;

namespace IncidentDesk.Assets.Importing.Dbt;

/// <summary>What the database itself said of a relation when the catalog was made.</summary>
/// <param name="Owner">A role of the database.</param>
internal sealed record DbtMeasured(AssetKind? Kind, string? Owner, long? Rows, long? Bytes);

/// <summary>The catalog: types, owners and sizes by the id of the node.</summary>
internal static class DbtCatalog
{
    public static Dictionary<string, DbtMeasured> Read(CataloguePart part, List<CatalogueStatement> lost)
    {
        var measured = new Dictionary<string, DbtMeasured>(StringComparer.Ordinal);
        foreach (var found in JsonFile.Read(part, "$.nodes.*", "$.sources.*"))
            if (found.Rejected is { } rejected) lost.Add(rejected);
            else if (measured.Count >= DbtGraph.MostNodes)
                throw new UnreadableException(new Refusal.TooLarge("The number of nodes", $"{DbtGraph.MostNodes:N0}"));
            else if (found.Name is { } id) measured[id] = Of(found.Element);
        return measured;
    }

    static DbtMeasured Of(JsonElement node)
    {
        var (metadata, stats) = (node.Member("metadata") ?? default, node.Member("stats") ?? default);
        return new(Kind(metadata.Text("type")), metadata.Text("owner"),
            First(stats, "num_rows", "row_count", "rows"), First(stats, "num_bytes", "bytes", "size"));
    }

    /// <summary>Each adapter calls it otherwise.</summary>
    static long? First(JsonElement stats, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (stats.Member(name)?.Count("value") is { } count) return count;
        return null;
    }

    static AssetKind? Kind(string? type) => type is null ? null
        : type.Contains("VIEW", StringComparison.OrdinalIgnoreCase) ? AssetKind.View
        : type.Contains("TABLE", StringComparison.OrdinalIgnoreCase) ? AssetKind.Table : null;
}
