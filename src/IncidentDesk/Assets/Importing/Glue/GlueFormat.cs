using IncidentDesk.Assets.Importing.Files;
using IncidentDesk.Assets.Importing.JsonStreams;

namespace IncidentDesk.Assets.Importing.Glue;

/// <summary>
/// What <c>aws glue get-tables</c> and <c>get-databases</c> print, one page or many behind each other
/// (https://docs.aws.amazon.com/glue/latest/webapi/API_GetTables.html). Glue keeps no lineage.
/// </summary>
public sealed class GlueFormat : ICatalogueFormat
{
    public sealed record NotGlue(string File)
        : Refusal.Unreadable($"Nothing was imported. {File} contains no AWS Glue table; a page has a TableList. "
            + "Create it with aws glue get-tables --database-name … --output json.");

    public string Code => "glue";

    public string Words => "AWS Glue tables (JSON of aws glue get-tables, one page after another)";

    public IEnumerable<CatalogueStatement> Read(CatalogueFile file)
    {
        var tables = 0;
        foreach (var statement in file.Each(Read))
        {
            tables++;
            yield return statement;
        }
        if (tables == 0) throw new UnreadableException(new NotGlue(SpooledFile.Shown(file.Name)));
    }

    /// <summary>An object is a page unless it says of itself that it is a table.</summary>
    static IEnumerable<CatalogueStatement> Read(CataloguePart part)
    {
        var members = JsonShape.Members(part);
        return members.Count == 0 || members.Contains("DatabaseName")
            ? JsonFile.Read(part, "$", "$[*]").Select(found => found.Rejected ?? GlueTable.Statement(found.Place, found.Element))
            : JsonFile.Read(part, "$.TableList[*]", "$.Table", "$.DatabaseList[*]", "$.Database").Select(found => found.Rejected
                ?? (found.Under is "$.DatabaseList[*]" or "$.Database" ? GlueTable.Database(found.Place, found.Element)
                    : GlueTable.Statement(found.Place, found.Element)));
    }
}
