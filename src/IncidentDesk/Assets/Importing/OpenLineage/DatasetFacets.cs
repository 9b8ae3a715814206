using System.Text.Json;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.OpenLineage;

/// <summary>What an event says of a dataset itself. Facets that are not known here are passed over, as the standard asks.</summary>
internal static class DatasetFacets
{
    public static StatedAsset Asset(string place, JsonElement dataset, DateTimeOffset? at)
    {
        var named = OpenLineageNames.Dataset(dataset.Text("namespace")!, dataset.Text("name")!);
        var facets = dataset.Member("facets") ?? default;
        var labels = Labels(facets);
        return new(place, named.Key)
        {
            Kind = Kind(facets, named.Key),
            Names = [.. named.Names.Concat(Symlinks(facets)).Concat(Before(facets))
                .Where(n => n != new AssetName(NameScheme.Key, named.Key)).Distinct()],
            Owners = Owners(facets), Labels = labels, PeopleData = labels is null ? null : PeopleLabels.Say(labels),
            Rows = dataset.Member("inputFacets", "dataQualityMetrics")?.Count("rowCount"),
            Bytes = dataset.Member("inputFacets", "dataQualityMetrics")?.Count("bytes"),
            LastAccess = at,
            Gone = Change(facets) == "DROP",
        };
    }

    /// <summary>Null when the event says nothing of owners.</summary>
    public static IReadOnlyList<AssetOwner>? Owners(JsonElement facets) => facets.Member("ownership") is not { } ownership ? null
        : [.. ownership.Items("owners").Where(o => o.Text("name") is not null)
            .Select(o => new AssetOwner(o.Text("name")!, o.Text("type"))).Distinct()];

    /// <summary>Null when the event says nothing of tags.</summary>
    public static IReadOnlyList<AssetLabel>? Labels(JsonElement facets)
    {
        var onFields = facets.Member("schema")?.Items("fields")
            .SelectMany(f => f.Texts("tags").Select(t => new AssetLabel(t, Column: f.Text("name")))).ToList() ?? [];
        return facets.Member("tags") is null && onFields.Count == 0 ? null : [.. Tags(facets).Concat(onFields).Distinct()];
    }

    static IEnumerable<AssetLabel> Tags(JsonElement facets)
    {
        foreach (var tag in facets.Member("tags")?.Items("tags") ?? [])
            if (tag.Text("key") is { } key)
                yield return new(tag.Text("value") is { } value && value != "true" ? $"{key}={value}" : key, Column: tag.Text("field"));
    }

    /// <summary>Other names, and the keys that those would have, for another event may know the dataset by one of them alone.</summary>
    static IEnumerable<AssetName> Symlinks(JsonElement facets) =>
        (facets.Member("symlinks")?.Items("identifiers") ?? []).Where(i => LineageEvent.Named(i)).SelectMany(Names);

    /// <summary>A renamed table is the table that it was.</summary>
    static IEnumerable<AssetName> Before(JsonElement facets) =>
        Change(facets) == "RENAME" && facets.Member("lifecycleStateChange", "previousIdentifier") is { } before
            && LineageEvent.Named(before) ? Names(before) : [];

    static IEnumerable<AssetName> Names(JsonElement identifier)
    {
        var named = OpenLineageNames.Dataset(identifier.Text("namespace")!, identifier.Text("name")!);
        return named.Names.Append(new(NameScheme.Key, named.Key));
    }

    static string? Change(JsonElement facets) => facets.Member("lifecycleStateChange", "lifecycleStateChange")?.Text()?.ToUpperInvariant();

    static AssetKind? Kind(JsonElement facets, string key) => facets.Member("datasetType", "datasetType")?.Text()?.ToUpperInvariant() switch
    {
        "TABLE" => AssetKind.Table,
        "VIEW" => AssetKind.View,
        "FILE" => AssetKind.FileSet,
        "TOPIC" or "STREAM" => AssetKind.Topic,
        "MODEL" => AssetKind.Model,
        null when key.StartsWith("kafka://", StringComparison.Ordinal) || key.StartsWith("pubsub://", StringComparison.Ordinal) =>
            AssetKind.Topic,
        null when Locations.Lies(key) => AssetKind.FileSet,
        _ => null,
    };
}
