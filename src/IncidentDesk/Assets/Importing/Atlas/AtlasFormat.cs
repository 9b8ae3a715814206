using System.Text.Json;
using IncidentDesk.Assets.Importing.Files;
using IncidentDesk.Assets.Importing.JsonStreams;

namespace IncidentDesk.Assets.Importing.Atlas;

/// <summary>
/// The zip of Atlas's export interface (https://atlas.apache.org/#/ExportAPI): one file an entity, <c>{entity,
/// referredEntities}</c>, and some about the export itself. A single such file will do as well.
/// </summary>
public sealed class AtlasFormat : ICatalogueFormat
{
    public sealed record NotAtlas(string File)
        : Refusal.Unreadable($"Nothing was imported. {File} contains no Apache Atlas entity. "
            + "Export with POST /api/atlas/admin/export and send the zip unchanged.");

    public string Code => "atlas";

    public string Words => "Apache Atlas export (zip)";

    public IEnumerable<CatalogueStatement> Read(CatalogueFile file)
    {
        var entities = 0;
        foreach (var part in file.Parts)
            if (!IsAboutTheExport(part.Name))
                foreach (var statement in Read(part, file.Parts.Count > 1))
                {
                    if (statement is not RejectedStatement { Reason: NoEntity }) entities++;
                    yield return statement;
                }
        if (entities == 0) throw new UnreadableException(new NotAtlas(SpooledFile.Shown(file.Name)));
    }

    const string NoEntity = "It contains no Atlas entity.";

    /// <summary>The members may come in either order, and one database refers to many columns, of which few matter.</summary>
    static IEnumerable<CatalogueStatement> Read(CataloguePart part, bool several)
    {
        var (place, entities, referred, untaken) = (several ? SpooledFile.Shown(part.Name) : "$.entity",
            new List<JsonElement>(), new List<JsonElement>(), new List<RejectedStatement>());
        foreach (var found in JsonFile.Read(part, "$.entity", "$.entities[*]", "$.referredEntities.*"))
            if (found.Rejected is { } wrong) untaken.Add(several ? wrong with { Place = $"{place}: {wrong.Place}" } : wrong);
            else if (found.Under != "$.referredEntities.*") entities.Add(found.Element);
            else if (found.Element.Text("typeName")?.EndsWith("_storagedesc", StringComparison.Ordinal) == true
                || (AtlasLabels.IsColumn(found.Element) && AtlasLabels.HasAny(found.Element)))
                referred.Add(found.Element);
        if (entities.Count == 0 && untaken.Count == 0) return [new RejectedStatement(place, NoEntity)];
        return [.. entities.SelectMany(e => AtlasEntity.Statements(place, e, referred)), .. untaken];
    }

    static bool IsAboutTheExport(string name) =>
        Path.GetFileName(name) is "atlas-export-order.json" or "atlas-typesdef.json" or "atlas-export-info.json";
}
