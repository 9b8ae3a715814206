using System.Text.Json;
using IncidentDesk.Assets.Importing.Files;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.OpenMetadata;

/// <summary>One entity as the REST interface returns it: a table, a topic, a dashboard and so on.</summary>
internal static class OpenMetadataEntity
{
    public static IEnumerable<CatalogueStatement> Statements(string place, JsonElement entity, string? type)
    {
        type ??= OpenMetadataVocabulary.Guessed(entity);
        if (type is null || OpenMetadataVocabulary.Kind(type) is not { } kind)
            return [new RejectedStatement(place, "It is not an OpenMetadata entity that holds or moves data.")];
        var fqn = Fqn(entity, type);
        if (fqn is null || OpenMetadataVocabulary.Full(entity.Text("serviceType"), fqn, type) is not { } named)
            return [new RejectedStatement(place,
                $"“{SpooledFile.Shown(entity.Text("name") ?? "")}” has no fullyQualifiedName with service and name.")];
        return Upstream(place, entity, type, named.Key).Prepend(Asset(place, entity, (type, kind), fqn, named));
    }

    static StatedAsset Asset(string place, JsonElement entity, (string Type, AssetKind Kind) what, string fqn, NamedAsset named)
    {
        var labels = OpenMetadataLabels.Of(entity);
        var profile = entity.Member("profile") ?? entity.Member("tableProfile") ?? default;
        return new(place, named.Key)
        {
            Kind = what.Type == "table" && entity.Text("tableType")?.Contains("View", StringComparison.OrdinalIgnoreCase) == true
                ? AssetKind.View
                : what.Kind,
            Names = [.. Names(entity, what.Type, fqn, named).Where(n => n != new AssetName(NameScheme.Key, named.Key)).Distinct()],
            Container = Container(fqn),
            Owners = Owners(entity), Labels = labels, PeopleData = labels is null ? null : PeopleLabels.Say(labels),
            Rows = profile.Count("rowCount"), Bytes = profile.Count("sizeInByte") ?? entity.Count("size"),
            LastAccess = Accessed(entity), Gone = entity.Flag("deleted") == true,
        };
    }

    static IEnumerable<AssetName> Names(JsonElement entity, string type, string fqn, NamedAsset named)
    {
        foreach (var name in named.Names) yield return name;
        if (OpenMetadataVocabulary.Plain(fqn, type) is { } plain) yield return new(NameScheme.Key, plain.Key);
        if (OpenMetadataVocabulary.ById(entity.Text("id")) is { } id)
        {
            yield return new(NameScheme.OpenMetadata, entity.Text("id")!.ToLowerInvariant());
            yield return new(NameScheme.Key, id);
        }
        if (Locations.Of(entity.Text("locationPath") ?? entity.Text("fullPath")) is { } lies) yield return lies;
    }

    /// <summary>Older exports leave the name to whoever knows where the entity stands.</summary>
    static string? Fqn(JsonElement entity, string type)
    {
        if (entity.Text("fullyQualifiedName") is { } whole) return whole;
        if (entity.Text("name") is not { } name) return null;
        var above = type is "table" or "storedProcedure" ? entity.Member("databaseSchema")
            : type is "databaseSchema" ? entity.Member("database")
            : entity.Member("service");
        return (above?.Text("fullyQualifiedName") ?? above?.Text("name")) is { } path ? $"{path}.{QualifiedName.Of(name)}" : null;
    }

    static string? Container(string fqn)
    {
        var parts = QualifiedName.Parts(fqn).Select(p => p.Text).ToList();
        return parts.Count > 1 ? QualifiedName.Of(parts[..^1]) : null;
    }

    /// <summary>Null when the entity came without them, as lists do that were not asked for owners.</summary>
    static List<AssetOwner>? Owners(JsonElement entity)
    {
        if (entity.Member("owners") is null && entity.Member("owner") is null) return null;
        var owners = entity.Items("owners").Concat(entity.Member("owner") is { } one ? [one] : []);
        return [.. owners.Select(o => (Name: o.Text("name") ?? o.Text("displayName"), Team: o.Text("type") == "team"))
            .Where(o => o.Name is not null)
            .Select(o => new AssetOwner(o.Team ? "team:" + o.Name : o.Name!)).Distinct()];
    }

    static DateTimeOffset? Accessed(JsonElement entity) => ((string[])["accessed", "updated", "created"])
        .Select(what => entity.Member("lifeCycle", what)?.Count("timestamp")).OfType<long>().Where(ms => ms < 253_402_300_799_999)
        .Select(ms => (DateTimeOffset?)DateTimeOffset.FromUnixTimeMilliseconds(ms)).Max();

    /// <summary>A dashboard shows its charts and data models; a model was trained on the sources of its features.</summary>
    static IEnumerable<CatalogueStatement> Upstream(string place, JsonElement entity, string type, string key) => (type switch
    {
        "dashboard" => entity.Items("charts").Select(c => End(c, "chart")).Concat(entity.Items("dataModels").Select(m => End(m, null))),
        "mlmodel" => entity.Items("mlFeatures").SelectMany(f => f.Items("featureSources"))
            .Select(s => s.Member("dataSource") is { } source ? End(source, null) : null),
        _ => [],
    }).OfType<string>().Distinct().Select(from => new StatedEdge(place, from, key));

    /// <summary>Of a reference to another entity.</summary>
    public static string? End(JsonElement reference, string? type) =>
        (reference.Text("fqn") ?? reference.Text("fullyQualifiedName")) is { } fqn
            && OpenMetadataVocabulary.Plain(fqn, reference.Text("type") ?? type) is { } named ? named.Key
        : OpenMetadataVocabulary.ById(reference.Text("id") ?? reference.Text());
}
