using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.DataHub;

/// <summary>How DataHub spells things in JSON.</summary>
internal static partial class DataHubVocabulary
{
    static readonly HashSet<string> Unions =
        new(StringComparer.Ordinal) { "string", "array", "map", "boolean", "int", "long", "float", "double" };

    /// <summary>What a name is the name of, in the desk's words; null for what is no asset, such as people, tags and terms.</summary>
    public static AssetKind? Kind(DataHubUrn urn) => urn.Type switch
    {
        "dataset" => Dataset(urn.Parts.Count > 0 ? DataHubUrn.Last(urn.Parts[0]) : ""),
        "dataJob" => AssetKind.Job,
        "dataFlow" => AssetKind.Pipeline,
        "chart" => AssetKind.Chart,
        "dashboard" => AssetKind.Dashboard,
        "mlModel" or "mlModelGroup" => AssetKind.Model,
        "mlModelDeployment" => AssetKind.Api,
        "mlFeatureTable" => AssetKind.FeatureTable,
        "mlFeature" or "mlPrimaryKey" => AssetKind.Feature,
        "notebook" or "application" or "dataProduct" => AssetKind.Program,
        "container" => AssetKind.Container,
        _ => null,
    };

    static AssetKind Dataset(string platform) => platform.ToLowerInvariant() switch
    {
        "kafka" or "pulsar" or "kinesis" or "pubsub" or "rabbitmq" or "eventhub" or "eventhubs" => AssetKind.Topic,
        "s3" or "gcs" or "gs" or "abs" or "adls" or "adlsgen2" or "hdfs" or "file" or "dbfs" => AssetKind.FileSet,
        _ => AssetKind.Table,
    };

    /// <summary>The aspect <c>subTypes</c>: what the source itself calls it.</summary>
    public static AssetKind? SubType(string name) => name.ToLowerInvariant() switch
    {
        "view" or "materialized view" or "materialized_view" => AssetKind.View,
        "table" or "external table" or "external_table" => AssetKind.Table,
        "topic" => AssetKind.Topic,
        _ => null,
    };

    /// <summary>A member without the union that Avro may have put around it: <c>{"string": "x"}</c>.</summary>
    public static JsonElement? Of(this JsonElement element, string name) => element.Member(name) is { } member ? Plain(member) : null;

    public static string? Word(this JsonElement element, string name) => element.Of(name)?.Text();

    public static IEnumerable<JsonElement> Each(this JsonElement element, string name) => element.Of(name).Items().Select(Plain);

    /// <summary>The URNs of a list of strings, or of objects that have them under a name.</summary>
    public static IEnumerable<string> Urns(this JsonElement element, string name, string? under = null) =>
        element.Each(name).Select(e => under is null ? e.Text() : e.Word(under)).OfType<string>();

    public static DateTimeOffset? Instant(this JsonElement element, string name) =>
        element.Of(name) is { ValueKind: JsonValueKind.Number } number
            && number.TryGetInt64(out var ms) && ms is > 0 and < 253_402_300_799_999
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;

    public static long? Whole(this JsonElement element, string name) =>
        element.Of(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var whole) && whole >= 0 ? whole : null;

    /// <summary>
    /// The last part of a class name begins like the aspect:
    /// <c>com.linkedin.pegasus2avro.common.GlobalTags</c> is <c>globalTags</c>.
    /// </summary>
    public static string Aspect(string name) => name[(name.LastIndexOf('.') + 1)..] is { Length: > 0 } last
        ? char.ToLower(last[0], CultureInfo.InvariantCulture) + last[1..]
        : name;

    /// <summary>Fields of the newer schemas carry their types: <c>[version=2.0].[type=struct].[type=string].user.id</c>.</summary>
    public static string Field(string path) => Types().Replace(path, "");

    [GeneratedRegex(@"\[[^\[\]]*\]\.?")]
    private static partial Regex Types();

    static JsonElement Plain(JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.Object) return element;
        using var members = element.EnumerateObject();
        if (!members.MoveNext()) return element;
        var only = members.Current;
        return !members.MoveNext() && (Unions.Contains(only.Name) || only.Name.StartsWith("com.linkedin.", StringComparison.Ordinal))
            ? only.Value
            : element;
    }
}
