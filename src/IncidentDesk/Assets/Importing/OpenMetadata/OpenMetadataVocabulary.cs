using System.Text.Json;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.OpenMetadata;

/// <summary>Kinds of entities as OpenMetadata spells them, and the keys they get.</summary>
internal static class OpenMetadataVocabulary
{
    /// <summary>By the word of the REST address, which is also the member that the exports of one kind have.</summary>
    static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tables"] = "table", ["topics"] = "topic", ["dashboards"] = "dashboard", ["charts"] = "chart",
        ["pipelines"] = "pipeline", ["mlmodels"] = "mlmodel", ["models"] = "mlmodel",
        ["containers"] = "container", ["databases"] = "database", ["databaseSchemas"] = "databaseSchema",
        ["storedProcedures"] = "storedProcedure", ["searchIndexes"] = "searchIndex",
        ["dashboardDataModels"] = "dashboardDataModel", ["apiEndpoints"] = "apiEndpoint", ["apiCollections"] = "apiCollection",
    };

    public static IEnumerable<string> Lists => Types.Keys;

    public static string? OfList(string list) => Types.GetValueOrDefault(list);

    public static AssetKind? Kind(string? type) => type?.ToLowerInvariant() switch
    {
        "table" or "searchindex" => AssetKind.Table,
        "dashboarddatamodel" => AssetKind.View,
        "topic" => AssetKind.Topic,
        "dashboard" => AssetKind.Dashboard,
        "chart" => AssetKind.Chart,
        "pipeline" => AssetKind.Pipeline,
        "mlmodel" => AssetKind.Model,
        "container" => AssetKind.FileSet,
        "database" or "databaseschema" => AssetKind.Container,
        "storedprocedure" => AssetKind.Program,
        "apiendpoint" or "apicollection" => AssetKind.Api,
        _ => null,
    };

    /// <summary>What an entity is that does not say so: by its own address, else by members that only that kind has.</summary>
    public static string? Guessed(JsonElement entity)
    {
        var address = entity.Text("href") is { } href && href.IndexOf("/v1/", StringComparison.Ordinal) is > 0 and var at
            ? href[(at + 4)..].Split('/', '?')[0]
            : null;
        if (address is not null && OfList(address) is { } type) return type;
        return Has("columns") || Has("tableType") ? "table"
            : Has("partitions") && Has("messageSchema") || Has("maximumMessageSize") ? "topic"
            : Has("mlFeatures") || Has("algorithm") ? "mlmodel"
            : Has("tasks") ? "pipeline"
            : Has("chartType") ? "chart"
            : Has("dashboardType") || Has("charts") ? "dashboard"
            : Has("dataModel") || Has("fullPath") ? "container"
            : Has("database") ? "databaseSchema" : entity.Member("service")?.Text("type") is "databaseService" ? "database" : null;

        bool Has(string name) => entity.Member(name) is not null;
    }

    /// <summary>
    /// The key by which lineage finds an entity: lineage names it without its platform and often without its kind. Only a chart may
    /// share the name of a dashboard.
    /// </summary>
    public static NamedAsset? Plain(string fqn, string? type) => OpenMetadataNames.Of(null, fqn, type is "chart" ? type : null);

    public static NamedAsset? Full(string? serviceType, string fqn, string type) =>
        OpenMetadataNames.Of(serviceType, fqn, type is "table" or "topic" ? null : JsonNamingPolicy.KebabCaseLower.ConvertName(type));

    /// <summary>Where a file names an entity by its id alone.</summary>
    public static string? ById(string? id) =>
        Guid.TryParse(id, out var guid) ? CanonicalKey.Of("openmetadata", null, $"id.{guid:D}") : null;
}
