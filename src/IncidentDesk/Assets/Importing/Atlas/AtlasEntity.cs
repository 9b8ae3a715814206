using System.Text.Json;
using IncidentDesk.Assets.Importing.Files;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.Atlas;

/// <summary>One entity and what it refers to: its columns, and where its bytes lie.</summary>
internal static class AtlasEntity
{
    /// <param name="referred">Those of its columns that carry classifications, and its storage.</param>
    public static IEnumerable<CatalogueStatement> Statements(string place, JsonElement entity, IReadOnlyList<JsonElement> referred)
    {
        var (type, attributes) = (entity.Text("typeName"), entity.Member("attributes") ?? default);
        if (type is null) return [new RejectedStatement(place, "It is not an Atlas entity: it has no typeName.")];
        if (AtlasVocabulary.Kind(type, attributes) is not { } kind) return [];
        var (guid, name) = (entity.Text("guid"), attributes.Text("qualifiedName"));
        var named = name is null ? null : AtlasNames.Of(type, name);
        // Names of processes list all their tables and may be longer than a key can be.
        var key = named is not null && (kind != AssetKind.Job || AssetKey.Problem(named.Key) is null)
            ? named.Key : AtlasVocabulary.ByGuid(guid);
        if (key is null) return [new RejectedStatement(place, $"The {SpooledFile.Shown(type)} has neither a qualifiedName nor a guid.")];
        var asset = Asset(place, key, entity, kind, attributes, referred) with
        {
            Names = [.. Names(key, guid, named).Concat(kind == AssetKind.Table ? Lies(entity, attributes, referred) : []).Distinct()]
        };
        return asset.Gone ? [asset] : Flow(place, key, attributes).Prepend<CatalogueStatement>(asset);
    }

    static StatedAsset Asset(string place, string key, JsonElement entity,
        AssetKind kind, JsonElement attributes, IReadOnlyList<JsonElement> referred)
    {
        List<AssetLabel> labels = [.. AtlasLabels.Of(entity, null), .. referred.Where(r => IsColumnOf(r, entity))
            .SelectMany(c => AtlasLabels.Of(c, c.Member("attributes")?.Text("name")))];
        var parameters = attributes.Member("parameters") ?? default;
        return new(place, key)
        {
            Kind = kind,
            Owners = Owner(attributes) is { } owner ? [new(owner)] : [],
            Labels = [.. labels.Distinct()],
            PeopleData = PeopleLabels.Say(labels),
            Rows = parameters.Count("numRows"),
            Bytes = parameters.Count("totalSize") ?? parameters.Count("rawDataSize"),
            LastAccess = attributes.Count("lastAccessTime") is > 0 and < 253_402_300_799_999 and var ms
                ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
                : null,
            Gone = entity.Text("status") is "DELETED" or "PURGED",
        };
    }

    static IEnumerable<AssetName> Names(string key, string? guid, NamedAsset? named)
    {
        foreach (var name in named?.Names ?? [])
            if (name.Value.Length <= AssetKey.MostCharacters) yield return name;
        if (guid is not null) yield return new(NameScheme.Atlas, guid);
        if (AtlasVocabulary.ByGuid(guid) is { } byGuid && byGuid != key) yield return new(NameScheme.Key, byGuid);
    }

    static IEnumerable<AssetName> Lies(JsonElement entity, JsonElement attributes, IReadOnlyList<JsonElement> referred)
    {
        var storage = referred.Where(r => IsStorageOf(r, entity))
            .Select(r => r.Member("attributes")?.Text("location")).FirstOrDefault(l => l is not null);
        if (Locations.Of(storage ?? attributes.Text("location")) is { } lies) yield return lies;
    }

    static string? Owner(JsonElement attributes) => (attributes.Text("owner") ?? attributes.Text("userName")) is not { } owner ? null
        : attributes.Text("ownerType") switch { "GROUP" => $"team:{owner}", "ROLE" => $"role:{owner}", _ => owner };

    static IEnumerable<CatalogueStatement> Flow(string place, string key, JsonElement attributes)
    {
        var (inputs, outputs) = (Ends(attributes, "inputs"), Ends(attributes, "outputs"));
        return Importing.Flow.Through(place, key, inputs, outputs);
    }

    static List<string> Ends(JsonElement attributes, string side) =>
        [.. attributes.Items(side).Select(AtlasVocabulary.End).OfType<string>().Distinct()];

    static bool IsColumnOf(JsonElement referred, JsonElement entity) => AtlasLabels.IsColumn(referred) && BelongsTo(referred, entity);

    static bool IsStorageOf(JsonElement referred, JsonElement entity) =>
        referred.Text("typeName")?.EndsWith("_storagedesc", StringComparison.Ordinal) == true && BelongsTo(referred, entity);

    /// <summary>Exports of a whole database may refer to the columns of all its tables in one file.</summary>
    static bool BelongsTo(JsonElement referred, JsonElement entity) =>
        (referred.Member("attributes", "table", "guid") ?? referred.Member("relationshipAttributes", "table", "guid"))
            ?.Text() is not { } table || table == entity.Text("guid");
}
