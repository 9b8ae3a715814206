using System.Text.Json;
using IncidentDesk.Assets.Importing.JsonStreams;

namespace IncidentDesk.Assets.Importing.Odcs;

/// <summary>One contract: each of its objects on each of its servers is an asset.</summary>
internal static class OdcsContract
{
    public static IEnumerable<CatalogueStatement> Statements(string place, JsonElement contract)
    {
        var (owners, objects) = (Owners(contract), contract.Items("schema").ToList());
        var servers = contract.Items("servers").Select(s => new OdcsServer(s)).DefaultIfEmpty(OdcsServer.Nowhere(contract)).ToList();
        var physical = objects.Where(o => o.Text("name") is not null)
            .ToLookup(o => o.Text("name")!, o => o.Text("physicalName") ?? o.Text("name")!);
        for (var i = 0; i < objects.Count; i++)
        {
            var (at, item) = ($"{place}.schema[{i}]", objects[i]);
            if ((item.Text("physicalName") ?? item.Text("name")) is not { } name)
                yield return new RejectedStatement(at, "It has neither a name nor a physicalName.");
            else foreach (var server in servers)
                foreach (var statement in Statements(at, contract, item, name, server, owners, physical)) yield return statement;
        }
    }

    static IEnumerable<CatalogueStatement> Statements(string place, JsonElement contract, JsonElement item, string name,
        OdcsServer server, IReadOnlyList<AssetOwner>? owners, ILookup<string, string> physical)
    {
        var named = server.Named(name);
        var labels = Labels(contract, item);
        yield return new StatedAsset(place, named.Key)
        {
            Kind = Kind(item, server), Environment = named.Environment, Names = named.Names,
            Owners = owners, Labels = labels, PeopleData = PeopleLabels.Say(labels),
        };
        var sources = Properties(item, "").SelectMany(p => p.Element.Texts("transformSourceObjects")).Distinct();
        foreach (var from in sources.Select(s => server.Source(physical[s].FirstOrDefault() ?? s)).Distinct())
            if (from != named.Key) yield return new StatedEdge(place, from, named.Key);
    }

    /// <summary>Whoever is called owner first, then the team, then its other members; who left is nobody's owner.</summary>
    static IReadOnlyList<AssetOwner>? Owners(JsonElement contract)
    {
        if (contract.Member("team") is not { } team) return null;
        var members = (team.ValueKind is JsonValueKind.Array ? contract.Items("team") : team.Items("members"))
            .Where(m => m.Text("username") is not null && m.Text("dateOut") is null)
            .Select(m => new AssetOwner(m.Text("username")!, m.Text("role"))).ToList();
        var named = team.Text("name") is { } name ? [new AssetOwner(name, "team")] : Array.Empty<AssetOwner>();
        return [.. members.Where(IsOwner).Concat(named).Concat(members.Where(m => !IsOwner(m))).Distinct()];
    }

    static bool IsOwner(AssetOwner member) => member.Role?.Contains("owner", StringComparison.OrdinalIgnoreCase) == true;

    static List<AssetLabel> Labels(JsonElement contract, JsonElement item)
    {
        var labels = contract.Texts("tags").Concat(item.Texts("tags")).Select(t => new AssetLabel(t, "tag"));
        foreach (var (element, column) in Properties(item, ""))
        {
            labels = labels.Concat(element.Texts("tags").Select(t => new AssetLabel(t, "tag", column)));
            if (element.Text("classification") is { } said) labels = labels.Append(new(said, "classification", column));
        }
        return [.. labels.Distinct()];
    }

    /// <summary>All properties, also those of objects and of the items of arrays, by their path.</summary>
    static IEnumerable<(JsonElement Element, string Path)> Properties(JsonElement of, string above)
    {
        foreach (var property in of.Items("properties"))
        {
            var path = above + (property.Text("name") ?? "?");
            yield return (property, path);
            foreach (var deeper in Properties(property, path + ".")) yield return deeper;
            if (property.Member("items") is { } items)
            {
                yield return (items, path);
                foreach (var deeper in Properties(items, path + ".")) yield return deeper;
            }
        }
    }

    static AssetKind? Kind(JsonElement item, OdcsServer server) => item.Text("physicalType")?.ToLowerInvariant() switch
    {
        "table" => AssetKind.Table,
        "view" or "materialized view" or "materialized_view" => AssetKind.View,
        "topic" or "stream" or "event" => AssetKind.Topic,
        "file" or "files" or "folder" => AssetKind.FileSet,
        null => server.Kind,
        _ => null,
    };
}
