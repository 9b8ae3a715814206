using System.Text.Json;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.Dbt;

/// <summary>One model, seed, snapshot, source or exposure.</summary>
internal static class DbtNode
{
    /// <summary>Stands in the database as a table or a view; tests, operations and ephemeral models do not.</summary>
    public static bool IsRelation(JsonElement node) =>
        node.Text("resource_type") is "model" or "seed" or "snapshot" && Materialized(node) != "ephemeral";

    public static IEnumerable<string> Parents(JsonElement node) => node.Member("depends_on")?.Texts("nodes") ?? [];

    public static StatedAsset Asset(JsonFound found, NamedAsset named, DbtGraph graph, DbtMeasured? measured)
    {
        var node = found.Element;
        var meta = DbtMeta.Of(node);
        var labels = DbtMeta.Labels(node, meta);
        return new(found.Place, named.Key)
        {
            Kind = found.Under == "$.exposures.*" ? Exposed(node) : measured?.Kind ?? Kind(node),
            Names = named.Names,
            Owners = Owners(node, meta, graph, measured),
            Labels = labels,
            PeopleData = DbtMeta.PeopleData(node, meta) ?? PeopleLabels.Say(labels),
            Rows = measured?.Rows, Bytes = measured?.Bytes,
        };
    }

    /// <summary>People before roles of the database: whoever is asked at night is in a group or in meta.</summary>
    static List<AssetOwner>? Owners(JsonElement node, IReadOnlyList<JsonElement> meta, DbtGraph graph, DbtMeasured? measured)
    {
        var owners = new List<AssetOwner?> { graph.OwnerOf(node.Text("group") ?? node.Member("config")?.Text("group")) };
        owners.AddRange(DbtMeta.Owner(node.Member("owner"), "owner"));
        owners.AddRange(meta.SelectMany(m => DbtMeta.Owner(m.Member("owner"), "owner")));
        if (measured?.Owner is { } role) owners.Add(new(role, "database"));
        var all = owners.OfType<AssetOwner>().DistinctBy(o => o.Name).ToList();
        return all.Count > 0 ? all : null;
    }

    static string? Materialized(JsonElement node) => node.Member("config")?.Text("materialized");

    static AssetKind? Kind(JsonElement node) => (node.Text("resource_type"), Materialized(node)) switch
    {
        (_, "view" or "materialized_view") => AssetKind.View,
        ("model" or "seed" or "snapshot", _) => AssetKind.Table,
        _ => null,
    };

    static AssetKind Exposed(JsonElement exposure) => exposure.Text("type") switch
    {
        "dashboard" => AssetKind.Dashboard,
        "ml" => AssetKind.Model,
        "application" or "notebook" or "analysis" => AssetKind.Program,
        _ => AssetKind.Unknown,
    };
}
