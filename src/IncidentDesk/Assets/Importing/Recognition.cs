using System.Text;
using IncidentDesk.Assets.Importing.Files;

namespace IncidentDesk.Assets.Importing;

/// <summary>Tells from the first bytes of a file, or from the names in a zip, which format it probably is.</summary>
internal static class Recognition
{
    const int Head = 16 << 10;

    /// <summary>The first of these whose marks all stand in the beginning of a file is it; the more telling ones come first.</summary>
    static readonly (string Format, string[] Marks)[] InText =
    [
        ("dbt", ["dbt_schema_version"]),
        ("datahub", ["proposedSnapshot"]), ("datahub", ["\"entityUrn\"", "\"aspect"]),
        ("openlineage", ["\"eventTime\"", "\"producer\""]), ("openlineage", ["\"eventType\"", "\"run\"", "\"job\""]),
        ("odcs", ["kind:", "DataContract"]), ("odcs", ["\"kind\"", "\"DataContract\""]),
        ("atlas", ["\"referredEntities\""]), ("atlas", ["\"typeName\"", "\"qualifiedName\""]),
        ("glue", ["\"TableList\""]), ("glue", ["\"DatabaseName\"", "\"StorageDescriptor\""]),
        ("openmetadata", ["\"fullyQualifiedName\""]), ("openmetadata", ["\"columns\"", "\"tableType\""]),
        ("openmetadata", ["\"columns\"", "\"databaseSchema\""]),
        ("openmetadata", ["\"edge_meta\""]), ("openmetadata", ["\"upstreamEdges\""]), ("openmetadata", ["fromEntityFQN", "toEntityFQN"]),
        ("amundsen", ["source_table_key", "target_table_key"]), ("amundsen", ["database,cluster,schema"]), ("amundsen", ["cluster,schema"]),
        ("amundsen", ["table_name,owners"]), ("amundsen", ["last_updated_time_epoch"]), ("amundsen", ["dashboard_group_id", "table_ids"]),
    ];

    static readonly (string Format, string Name)[] InNames =
        [("atlas", "atlas-export-info.json"), ("atlas", "atlas-typesdef.json"),
            ("dbt", "manifest.json"), ("odcs", ".odcs.yaml"), ("odcs", ".odcs.yml")];

    /// <summary>Null when nothing tells.</summary>
    public static ICatalogueFormat? Recognise(this CatalogueFormats formats, SpooledFile file)
    {
        try
        {
            var named =
                InNames.FirstOrDefault(n => file.Parts.Any(p => p.Name.EndsWith(n.Name, StringComparison.OrdinalIgnoreCase))).Format;
            return formats.Of(named) ?? file.Parts.Take(3).Select(p => formats.Of(Of(Beginning(p)))).FirstOrDefault(f => f is not null);
        }
        catch (UnreadableException)
        {
            // Whoever reads the file says what is wrong with it.
            return null;
        }
    }

    static string? Of(string text) =>
        InText.FirstOrDefault(t => t.Marks.All(m => text.Contains(m, StringComparison.Ordinal))).Format
        ?? (text.Split('\n', 2)[0].Split(',')
            .Any(c => c.Trim(' ', '"', '\r', '\uFEFF').Equals("key", StringComparison.OrdinalIgnoreCase)) ? "csv" : null);

    static string Beginning(CataloguePart part)
    {
        using var stream = part.Open();
        var head = new byte[Head];
        return Encoding.UTF8.GetString(head, 0, stream.ReadAtLeast(head, Head, throwOnEndOfStream: false));
    }
}
