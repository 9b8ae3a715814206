using System.Text.Json;
using IncidentDesk.Assets.Importing.Csv;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.OpenMetadata;

/// <summary>One edge, in the three spellings in which it is exported: by the ingestion files, by the REST interface, as CSV.</summary>
internal static class OpenMetadataLineage
{
    public static bool IsOne(JsonElement element) => Ends(element) is { From: not null } or { To: not null };

    /// <param name="ids">Names of the nodes in the same file, for edges that have ids only.</param>
    public static CatalogueStatement Statement(string place, JsonElement element, IReadOnlyDictionary<string, string> ids)
    {
        var (from, to, details) = Ends(element);
        var (start, end) = (Key(from, ids), Key(to, ids));
        if (start is null || end is null) return new RejectedStatement(place, "The edge has no name or id at one of its ends.");
        var job = details?.Member("edge_meta") ?? details?.Member("pipeline") ?? details?.Member("lineageDetails", "pipeline");
        return new StatedEdge(place, start, end) { Job = job is { } by ? OpenMetadataEntity.End(by, "pipeline") : null };
    }

    public static CatalogueStatement Statement(CsvLine row)
    {
        if (row.Problem is not null) return new RejectedStatement(row.Place, row.Problem);
        var (from, to) = (row["fromentityfqn", "fromfullyqualifiedname"], row["toentityfqn", "tofullyqualifiedname"]);
        if (from is null || to is null || OpenMetadataVocabulary.Plain(from, null) is not { } start
            || OpenMetadataVocabulary.Plain(to, null) is not { } end)
            return new RejectedStatement(row.Place, "The row has no name of service and entity at one of its ends.");
        var job = row["pipelineservicename"] is { } service && row["pipelinename"] is { } name
            ? OpenMetadataVocabulary.Plain(QualifiedName.Of(service, name), "pipeline")
            : null;
        return new StatedEdge(row.Place, start.Key, end.Key) { Job = job?.Key };
    }

    /// <summary>The key of every node of a graph under its id.</summary>
    public static void Node(JsonElement node, Dictionary<string, string> ids)
    {
        var entity = node.Member("entity") ?? node;
        if (entity.Text("id") is { } id && OpenMetadataEntity.End(entity, entity.Text("type") ?? entity.Text("entityType")) is { } key)
            ids[id] = key;
    }

    static (JsonElement? From, JsonElement? To, JsonElement? Details) Ends(JsonElement element)
    {
        var edge = element.Member("edge") ?? element;
        return (edge.Member("from") ?? edge.Member("fromEntity"), edge.Member("to") ?? edge.Member("toEntity"), edge);
    }

    static string? Key(JsonElement? end, IReadOnlyDictionary<string, string> ids) => end is not { } known ? null
        : (known.Text("id") ?? known.Text()) is { } id && ids.TryGetValue(id, out var key) ? key : OpenMetadataEntity.End(known, null);
}
