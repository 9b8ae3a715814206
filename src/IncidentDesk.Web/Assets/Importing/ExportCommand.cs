namespace IncidentDesk.Web.Assets.Importing;

/// <summary>How a file comes out of a catalogue, in one line to copy.</summary>
/// <param name="Format">Code of the format it is imported as.</param>
/// <param name="Note">What the line leaves open.</param>
internal sealed record ExportCommand(string Format, string System, string Line, string? Note = null)
{
    public static readonly IReadOnlyList<ExportCommand> All =
    [
        new("dbt", "dbt", "dbt docs generate && zip -j dbt.zip target/manifest.json target/catalog.json",
            "The manifest alone is enough; the catalogue adds owners and views."),
        new("openlineage", "OpenLineage", "OPENLINEAGE_URL=https://desk.example.org OPENLINEAGE_API_KEY=$TOKEN",
            "With these settings the clients send to the desk; a token with the role lineage is enough. "
                + "For a file: OPENLINEAGE_CONFIG=openlineage.yml, and in it transport: "
                + "{ type: file, log_file_path: events.json, append: true }."),
        new("datahub", "DataHub", "datahub ingest -c recipe.yml",
            "With sink: { type: file, config: { filename: datahub.json } } in the recipe."),
        new("openmetadata", "OpenMetadata", "curl -H \"Authorization: Bearer $TOKEN\" "
            + "\"$OM/api/v1/tables?limit=1000&include=all&fields=owners,tags,columns,lifeCycle\" -o tables.json",
            "The same for topics, dashboards, pipelines, mlmodels; the next page with &after=. "
                + "Lineage: $OM/api/v1/lineage/table/name/<name>, or Export on the lineage tab."),
        new("atlas", "Apache Atlas",
            "curl -u admin -X POST -H 'Content-Type: application/json' -d '{\"itemsToExport\":[{\"typeName\":\"hive_db\","
                + "\"uniqueAttributes\":{\"qualifiedName\":\"sales@cl1\"}}],\"options\":{\"fetchType\":\"full\"}}' "
                + "$ATLAS/api/atlas/admin/export -o atlas.zip"),
        new("glue", "AWS Glue", "for db in $(aws glue get-databases --query 'DatabaseList[].Name' --output text); "
            + "do aws glue get-tables --database-name $db --output json; done > glue.json"),
        new("odcs", "Data contracts (ODCS)", "zip contracts.zip *.odcs.yaml"),
        new("amundsen", "Amundsen", "zip amundsen.zip table.csv table_owner.csv badges.csv table_lineage.csv",
            "The files that databuilder loads, with their first lines."),
        new("csv", "Anything with SQL, such as a Hive metastore",
            "mysql -B -N metastore -e \"select concat('hive://warehouse/', d.NAME, '.', t.TBL_NAME, "
                + "',table,', t.OWNER) from TBLS t join DBS d using (DB_ID)\" | sed '1i key,kind,owner' > hive.csv"),
    ];
}
