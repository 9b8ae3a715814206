using System.Text.Json;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.Atlas;

/// <summary>Types of Apache Atlas, and how its entities refer to each other.</summary>
internal static class AtlasVocabulary
{
    /// <summary>Parts of tables, runs of processes and terms: nothing that stands in the catalogue by itself.</summary>
    static readonly string[] Parts =
    [
        "_column", "_columns", "_column_lineage", "_column_family", "_storagedesc", "_serde",
        "_order", "_ddl", "_process_execution", "_index", "_foreign_key", "_field", "_principal_type",
    ];

    static readonly HashSet<string> NoAssets = new(StringComparer.Ordinal)
    {
        "avro_schema", "avro_type", "json_schema", "Referenceable", "Asset", "Infrastructure", "impala_process_execution"
    };

    /// <summary>Null for what is no asset of its own. A type that nobody knows here is a process when it has inputs or outputs.</summary>
    public static AssetKind? Kind(string type, JsonElement attributes) =>
        type.StartsWith("__", StringComparison.Ordinal) || type.StartsWith("Atlas", StringComparison.Ordinal)
            || NoAssets.Contains(type) || Parts.Any(p => type.EndsWith(p, StringComparison.Ordinal)) ? null
        : attributes.Member("inputs") is { ValueKind: JsonValueKind.Array }
            || attributes.Member("outputs") is { ValueKind: JsonValueKind.Array }
            || type.EndsWith("_process", StringComparison.Ordinal) ? AssetKind.Job
        : Ends(type, "_table") ? attributes.Text("tableType") is "VIRTUAL_VIEW" or "MATERIALIZED_VIEW" ? AssetKind.View : AssetKind.Table
        : Ends(type, "_view") ? AssetKind.View
        : Ends(type, "_topic") ? AssetKind.Topic
        : Ends(type, "_db", "_database", "_schema", "_namespace", "_instance", "_catalog", "_cluster") ? AssetKind.Container
        : Ends(type, "_path", "_bucket", "_object", "_pseudo_dir", "_directory", "_blob", "_dir", "_v2", "_volume", "_key", "_container")
            ? AssetKind.FileSet
        : type.Contains("ml_model", StringComparison.Ordinal) ? AssetKind.Model
        : type.EndsWith("_topology", StringComparison.Ordinal) || type.EndsWith("_pipeline", StringComparison.Ordinal)
            ? AssetKind.Pipeline
        : AssetKind.Unknown;

    /// <summary>The key by which entities find each other, for most references are a guid and nothing else.</summary>
    public static string? ByGuid(string? guid) => guid is null ? null : CanonicalKey.Of("atlas", null, $"guid.{guid}");

    /// <summary>The key of what a reference points at.</summary>
    public static string? End(JsonElement reference) =>
        reference.Text("typeName") is { } type && Kind(type, default) is null ? null
        : reference.Member("uniqueAttributes", "qualifiedName")?.Text() is { } name && reference.Text("typeName") is { } known
            && AtlasNames.Of(known, name) is { } named ? named.Key : ByGuid(reference.Text("guid"));

    static bool Ends(string type, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
            if (type.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }
}
