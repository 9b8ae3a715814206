using IncidentDesk.Assets.Importing.Csv;
using IncidentDesk.Assets.Importing.Files;
using IncidentDesk.Assets.Importing.JsonStreams;

namespace IncidentDesk.Assets.Importing.OpenMetadata;

/// <summary>
/// What the REST interface of OpenMetadata returns (https://docs.open-metadata.org/api-reference): entities one by one
/// or in lists, lineage as JSON or CSV; also the files from which its ingestion reads samples.
/// </summary>
public sealed class OpenMetadataFormat : ICatalogueFormat
{
    public sealed record NotOpenMetadata(string File)
        : Refusal.Unreadable($"Nothing was imported. {File} contains no OpenMetadata data that the desk can read: "
            + "tables, topics, dashboards, charts, pipelines, mlmodels, containers, databases or lineage.");

    static readonly string[] Graph = ["entity", "nodes", "edges", "upstreamEdges", "downstreamEdges"];

    public string Code => "openmetadata";

    public string Words => "OpenMetadata (JSON of the REST interface, lineage as JSON or CSV, or several files in one zip)";

    /// <summary>Lists come in pages and lineage by itself, so one file is hardly ever all of it.</summary>
    public bool IsComplete => false;

    public IEnumerable<CatalogueStatement> Read(CatalogueFile file)
    {
        var spoken = 0;
        foreach (var statement in file.Each(Read))
        {
            if (statement is not RejectedStatement { Reason: Nothing }) spoken++;
            yield return statement;
        }
        if (spoken == 0) throw new UnreadableException(new NotOpenMetadata(SpooledFile.Shown(file.Name)));
    }

    const string Nothing = "It contains no OpenMetadata data that the desk can read.";

    static IEnumerable<CatalogueStatement> Read(CataloguePart part)
    {
        if (!JsonShape.IsJson(part)) return Csv(part);
        var members = JsonShape.Members(part);
        if (members.Overlaps(Graph)) return Lineage(part);
        if (members.Contains("data")) return Entities(part, "$.data[*]", null);
        if (OpenMetadataVocabulary.Lists.FirstOrDefault(l => members.Contains(l) && !members.Contains("name")) is { } list)
            return Entities(part, $"$.{list}[*]", OpenMetadataVocabulary.OfList(list));
        return members.Count == 0 || members.Contains("name") || members.Contains("from") || members.Contains("edge")
            ? Either(part)
            : [new RejectedStatement("$", Nothing)];
    }

    static IEnumerable<CatalogueStatement> Entities(CataloguePart part, string path, string? type) => JsonFile.Read(part, path)
        .SelectMany(found => found.Rejected is { } rejected ? [rejected] : OpenMetadataEntity.Statements(found.Place, found.Element, type));

    /// <summary>An array, or values behind each other, of entities or of edges.</summary>
    static IEnumerable<CatalogueStatement> Either(CataloguePart part)
    {
        var none = new Dictionary<string, string>();
        return JsonFile.Read(part, "$", "$[*]").SelectMany(found => found.Rejected is { } rejected ? [rejected]
            : OpenMetadataLineage.IsOne(found.Element) ? [OpenMetadataLineage.Statement(found.Place, found.Element, none)]
            : OpenMetadataEntity.Statements(found.Place, found.Element, null));
    }

    /// <summary>
    /// The graph around one entity: nodes first, then edges that may have only their ids. Some releases
    /// write maps where others write arrays.
    /// </summary>
    static IEnumerable<CatalogueStatement> Lineage(CataloguePart part)
    {
        var ids = new Dictionary<string, string>();
        foreach (var found in JsonFile.Read(part, "$.entity", "$.nodes[*]", "$.nodes.*"))
            if (found.Rejected is null) OpenMetadataLineage.Node(found.Element, ids);
        return JsonFile.Read(part, "$.edges[*]", "$.upstreamEdges[*]", "$.downstreamEdges[*]", "$.upstreamEdges.*", "$.downstreamEdges.*")
            .Select(found => found.Rejected ?? OpenMetadataLineage.Statement(found.Place, found.Element, ids));
    }

    static IEnumerable<CatalogueStatement> Csv(CataloguePart part) =>
        CsvTable.Header(part).Any(h => h is "fromentityfqn" or "fromfullyqualifiedname")
        ? CsvTable.Rows(part).Select(OpenMetadataLineage.Statement) : [new RejectedStatement("line 1", Nothing)];
}
