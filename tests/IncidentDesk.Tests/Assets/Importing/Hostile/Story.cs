using System.Text;
using System.Text.Json;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Tests.Assets.Importing.Hostile;

/// <summary>
/// A few tables and what flows between them, told in the words of each format by a few lines
/// that know nothing of its reader.
/// </summary>
internal sealed record Story(IReadOnlyList<string> Tables, params IReadOnlyList<(string From, string To)> Flows)
{
    /// <summary>Those that can tell lineage.</summary>
    public static readonly string[] Formats = ["csv", "datahub", "openmetadata", "openlineage", "atlas", "amundsen", "dbt"];

    /// <param name="format">Code of the format.</param>
    /// <param name="broken">Every <c>~</c> becomes a byte that no text has.</param>
    public byte[] In(string format, bool broken = false)
    {
        List<Files.Forged> parts = [.. Parts(format)
            .Select(p => new Files.Forged(p.Name, broken ? [.. p.Bytes.Select(b => b == '~' ? (byte)0xFF : b)] : p.Bytes))];
        return FileIn(format).EndsWith(".zip", StringComparison.Ordinal) ? Files.ZipForge.Zip([.. parts]) : parts[0].Text;
    }

    IEnumerable<(string Name, byte[] Bytes)> Parts(string format) => format switch
    {
        "atlas" => Tables.Select((t, i) => ($"{i}.json", Entity("hive_table", $"t{i}", new { qualifiedName = $"s.{t}@cl" })))
            .Concat(Flows.Select((f, i) => ($"p{i}.json", Entity("hive_process", $"p{i}",
                new { qualifiedName = $"p{i}@cl", inputs = new[] { Reference(f.From) }, outputs = new[] { Reference(f.To) } })))),
        "amundsen" =>
        [
            ("tables.csv", Text("database,cluster,schema,table_name,table_desc\n"
                + string.Concat(Tables.Select(t => $"hive,gold,s,{Quoted(t)},\n")))),
            ("lineage.csv", Text("source_table_key,target_table_key\n"
                + string.Concat(Flows.Select(f => $"{Quoted("hive://gold.s/" + f.From)},{Quoted("hive://gold.s/" + f.To)}\n")))),
        ],
        _ => [(FileIn(format), Single(format))],
    };

    byte[] Single(string format) => format switch
    {
        "csv" => Text("key,kind,upstreams\n" + string.Concat(Tables.Select(
            t => $"{Quoted("hive://w/s." + t)},table,{Quoted(string.Join(';', Into(t).Select(f => "hive://w/s." + f)))}\n"))),
        "datahub" => Json(Tables.Select(t => new
        {
            entityUrn = Urn(t), aspectName = "upstreamLineage",
            aspect = new { json = new { upstreams = Into(t).Select(f => new { dataset = Urn(f) }) } }
        })),
        "openmetadata" => Json(Tables.Select(t => (object)new { name = t, fullyQualifiedName = Fqn(t), columns = Array.Empty<int>() })
            .Concat(Flows.Select(f => new { from = new { fqn = Fqn(f.From) }, to = new { fqn = Fqn(f.To) } }))),
        "openlineage" => Json(Tables.Select(t => new
        {
            eventTime = "2026-06-12T03:10:00Z", producer = "https://example.org/etl",
            job = new { @namespace = "etl", name = "load " + t }, inputs = Into(t).Select(Dataset), outputs = new[] { Dataset(t) }
        })),
        _ => Json(new
        {
            metadata = new { dbt_schema_version = "https://schemas.getdbt.com/dbt/manifest/v12.json", adapter_type = "postgres" },
            nodes = Tables.ToDictionary(t => "model.shop." + t, t => new
            {
                unique_id = "model.shop." + t, resource_type = "model", name = t, schema = "s", database = "d",
                alias = t, relation_name = $"\"d\".\"s\".\"{t.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
                depends_on = new { nodes = Into(t).Select(f => "model.shop." + f) }
            }),
            sources = new { }, exposures = new { },
            parent_map = Tables.ToDictionary(t => "model.shop." + t, t => Into(t).Select(f => "model.shop." + f)),
        }),
    };

    public string FileIn(string format) =>
        format switch { "csv" => "story.csv", "atlas" or "amundsen" => "story.zip", "dbt" => "manifest.json", _ => "story.json" };

    IEnumerable<string> Into(string table) => Flows.Where(f => f.To == table).Select(f => f.From);

    object Reference(string table) => new { guid = $"t{Tables.ToList().IndexOf(table)}", typeName = "hive_table" };

    static string Urn(string table) => $"urn:li:dataset:(urn:li:dataPlatform:hive,s.{table},PROD)";
    static string Fqn(string table) => QualifiedName.Of("svc", "d", "s", table);
    static object Dataset(string table) => new { @namespace = "hive://w:9083", name = "s." + table };
    static byte[] Entity(string type, string guid, object attributes) =>
        Json(new { entity = new { typeName = type, guid, status = "ACTIVE", attributes }, referredEntities = new { } });
    static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
    static string Quoted(string field) => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    static byte[] Json(object value) => JsonSerializer.SerializeToUtf8Bytes(value);
}
