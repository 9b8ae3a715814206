using System.Text.Json;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.Dbt;

/// <summary>
/// What has to be known of all nodes before one can be told: their keys, who owns a group, and what lies behind the nodes that are
/// no relation (ephemeral models, metrics, semantic models), for data flows through those.
/// </summary>
internal sealed class DbtGraph(string? adapter)
{
    public const int MostNodes = 1_000_000;
    public static readonly string[] Nodes = ["$.nodes.*", "$.sources.*", "$.exposures.*"];
    static readonly string[] Between = ["$.metrics.*", "$.semantic_models.*", "$.saved_queries.*", "$.functions.*"];

    readonly Dictionary<string, NamedAsset> _named = new(StringComparer.Ordinal);
    readonly Dictionary<string, string[]> _through = new(StringComparer.Ordinal);
    readonly Dictionary<string, AssetOwner> _groups = new(StringComparer.Ordinal);

    public static DbtGraph Of(DbtArtifact manifest)
    {
        var graph = new DbtGraph(manifest.Adapter);
        foreach (var found in JsonFile.Read(manifest.Part, [.. Nodes, .. Between, "$.groups.*"]))
            if (found.Rejected is null && found.Name is { } id) graph.Add(found, id);
        return graph;
    }

    /// <summary>Null for what is no relation and no exposure.</summary>
    public NamedAsset? Named(string id) => _named.GetValueOrDefault(id);

    public AssetOwner? OwnerOf(string? group) => group is null ? null : _groups.GetValueOrDefault(group);

    /// <summary>The nearest relations from which these come, each once; ids that nothing describes are among them.</summary>
    public IEnumerable<string> Parents(IEnumerable<string> direct)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(direct);
        while (open.TryPop(out var id))
        {
            if (!seen.Add(id)) continue;
            if (!_through.TryGetValue(id, out var behind)) yield return id;
            else foreach (var parent in behind) open.Push(parent);
        }
    }

    void Add(JsonFound found, string id)
    {
        if (_named.Count + _through.Count >= MostNodes)
            throw new UnreadableException(new Refusal.TooLarge("The number of nodes", $"{MostNodes:N0}"));
        if (found.Under == "$.groups.*") Group(found.Element);
        else if (Name(found, id) is { } named) _named[id] = named;
        else _through[id] = [.. DbtNode.Parents(found.Element)];
    }

    NamedAsset? Name(JsonFound found, string id)
    {
        var node = found.Element;
        if (found.Under == "$.exposures.*") return DbtNames.Own(id);
        if (found.Under == "$.nodes.*" ? !DbtNode.IsRelation(node) : found.Under != "$.sources.*") return null;
        if (node.Text("relation_name") is { } relation) return DbtNames.Relation(adapter, relation, id);
        var name = node.Text("identifier") ?? node.Text("alias") ?? node.Text("name");
        return name is null ? null : DbtNames.Of(adapter, node.Text("database"), node.Text("schema"), name, id);
    }

    void Group(JsonElement group)
    {
        if (group.Text("name") is { } name && DbtMeta.Owner(group.Member("owner"), "group").FirstOrDefault() is { } owner)
            _groups.TryAdd(name, owner);
    }
}
