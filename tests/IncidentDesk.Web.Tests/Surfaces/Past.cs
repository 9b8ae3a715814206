using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>What can be asked for as it was known, and the little of it that is always today's.</summary>
internal static partial class Past
{
    const string One = "/api/incidents/1";

    /// <summary>Every address of the API that looks back. Nothing can be served that has no line here.</summary>
    public static readonly Dictionary<string, string[]> Views = new()
    {
        ["/api/assets/{**key}"] = ["/api/assets/hive%3A%2F%2Fw%2Fa", "/api/assets/hive%3A%2F%2Fw%2Fb"],
        ["/api/incidents"] = ["/api/incidents", "/api/incidents?q=other&limit=2",
            "/api/incidents?severity=SEV1", "/api/incidents?status=declared"],
        ["/api/incidents/{incident}"] = [One, "/api/incidents/2", "/api/incidents/3"],
        ["/api/incidents/{incident}/assets"] = [$"{One}/assets", $"{One}/assets?group=disclosure"],
        ["/api/incidents/{incident}/blast-radius"] = [$"{One}/blast-radius"],
        ["/api/incidents/{incident}/evidence"] = [$"{One}/evidence"],
        ["/api/incidents/{incident}/evidence/assets"] = [$"{One}/evidence/assets"],
        ["/api/incidents/{incident}/evidence/summary"] = [$"{One}/evidence/summary?group=container"],
        ["/api/incidents/{incident}/pauses"] = [$"{One}/pauses"],
        ["/api/incidents/{incident}/reports/{kind}"] = [$"{One}/reports/summary?format=json&privileged=true",
            $"{One}/reports/timeline?format=json&privileged=true", "/api/incidents/2/reports/summary?format=json"],
        ["/api/incidents/{incident}/reviews"] = [$"{One}/reviews"],
        ["/api/incidents/{incident}/statements"] = [$"{One}/statements"],
        ["/api/incidents/{incident}/tasks"] = [$"{One}/tasks"],
        ["/api/incidents/{incident}/timeline"] = [$"{One}/timeline?limit=500&payload=yes",
            $"{One}/timeline?limit=500&order=happened&first=newest", "/api/incidents/2/timeline"],
        ["/api/pauses"] = ["/api/pauses?limit=500", "/api/pauses?only=in-force&sort=review", "/api/pauses?only=seen-running"],
        ["/api/pauses/{key}"] = ["/api/pauses/mci", "/api/pauses/spare", "/api/pauses/tied"],
        ["/api/reviews"] = ["/api/reviews", "/api/reviews?state=cannot-be-shown"],
        ["/api/reviews/{key}"] = ["/api/reviews/capture"],
        ["/api/status"] = ["/api/status"],
    };

    /// <summary>Fields that are always today's, by the address they stand at, each with its reason.</summary>
    static readonly (string Address, string[] Fields, string Why)[] OfToday =
    [
        ("/api/assets/", ["asKnownAt", "names", "sources", "owners", "owner", "labels", "labelDetails",
            "peopleData", "review", "lastAccess", "importedAt", "source", "upstream", "downstream"],
            "the catalogue is that of today; incidents, pauses and reviews are not"),
        ("/api/pauses", ["sightings"], "counted beside the record; nobody knows how the counts stood"),
        ("/reports/", ["printedAt", "printedBy"], "who prints it now, and when"),
        ("/timeline", ["redactedBy"], "what was redacted is gone from the past, too, and the entry says so"),
    ];

    /// <summary>What the catalogue describes today is there at every moment; nobody kept since when.</summary>
    public static bool IsOfToday(string address, int status) =>
        address.StartsWith("/api/assets/", StringComparison.Ordinal) && status == 404;

    /// <summary>What <see cref="Steps"/> redacts: those words are gone from the past, too.</summary>
    const string Redacted = "Anna", Mark = "[redacted]";

    public static string Of(string address, string json)
    {
        var node = JsonNode.Parse(json)!;
        foreach (var (at, fields, _) in OfToday) if (address.Contains(at, StringComparison.Ordinal)) Without(node, fields);
        return SaysSo().Replace(node.ToJsonString(), "").Replace(Redacted, Mark, StringComparison.Ordinal);
    }

    /// <summary>A report says beside the entry which redaction took the words, whenever that was.</summary>
    [GeneratedRegex(",?\"redacted by #[0-9]+\"")]
    private static partial Regex SaysSo();

    static void Without(JsonNode? node, string[] fields)
    {
        if (node is JsonArray list) foreach (var item in list) Without(item, fields);
        if (node is not JsonObject thing) return;
        foreach (var field in fields) thing.Remove(field);
        foreach (var (_, value) in thing) Without(value, fields);
    }
}
