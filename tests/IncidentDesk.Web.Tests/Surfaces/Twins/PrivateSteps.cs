using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IncidentDesk.Web.Tests.Surfaces.Twins;

/// <summary>
/// Every command of <see cref="Steps"/> that can be about an incident, about private ones: the same commands, with other numbers and
/// keys in their places.
/// </summary>
/// <param name="numbers">Of three private incidents, in the place of 1, 2 and 3.</param>
internal sealed partial class PrivateSteps(Scene scene, IReadOnlyList<int> numbers)
{
    /// <summary>Keys of the private pauses, in the place of <c>mci</c> and <c>spare</c>.</summary>
    public const string Mci = "hidden-mci", Spare = "hidden-spare";

    public static string Key(string key) => key switch { "mci" => Mci, "spare" => Spare, _ => key };

    /// <summary>Commands that can be sent about a private incident.</summary>
    public static IEnumerable<Type> Commands => Endpoints.CommandTypes.Where(t => t.IsDefined(typeof(ApiAttribute), false)
        && (t.IsAssignableTo(typeof(IIncidentCommand)) || t.IsAssignableTo(typeof(IncidentDesk.Pauses.IPauseCommand))
            || t.GetProperty("Incident") is not null || t.GetProperty("Visibility") is not null || t.Name == "ImportIncident"));

    public IEnumerable<Step> All
    {
        get
        {
            var about = Commands.Select(t => t.Name).ToHashSet();
            var steps = new Steps(scene.SecondId, scene.Quentin, scene.Spare, scene.Exports[2], "").All;
            yield return new("DeclareIncident", "/api/incidents", new { title = "Another", visibility = "private" }, "");
            yield return new("ProposePause", "/api/pauses", Tied(JsonSerializer.SerializeToNode(new
            {
                key = Spare, target = "t", scope = "s", mode = "drain", reason = "r", reviewBy = "2026-06-12T03:11:00Z",
            })!), "");
            foreach (var step in steps.Where(s => about.Contains(s.Command) && s.Command != "DeclareIncident"))
                yield return new(step.Command, At(step.Path), step.Command == "ImportIncident" ? step.Body : About(step), "")
                {
                    BySecond = step.BySecond
                };
        }
    }

    object About(Step step)
    {
        var body = step.Body as string ?? JsonSerializer.Serialize(step.Body);
        body = body.Replace("hive://w/a", "hive://w/logs.keys", StringComparison.Ordinal)
            .Replace("hive://w/b", "hive://w/logs.screens", StringComparison.Ordinal)
            .Replace("\"capture\"", $"\"{Scene.Subject}\"", StringComparison.Ordinal)
            .Replace("program:capture", $"program:{Scene.Subject}", StringComparison.Ordinal);
        if (step.Body is string) return body;
        var said = JsonNode.Parse(body)!;
        if (said["into"] is { } into) said["into"] = numbers[(int)into - 1];
        if (said["key"] is { } key) said["key"] = Key((string)key!);
        return step.Command is "ProposePause" or "RecordReviewSearch" ? Tied(said) : said;
    }

    /// <summary>To the third: steps about the first name positions, which must be those of an incident without pauses.</summary>
    JsonNode Tied(JsonNode said)
    {
        said["incident"] = numbers[2];
        return said;
    }

    string At(string path) => Incident().Replace(path, found => $"/incidents/{numbers[found.Value[^1] - '1']}")
        .Replace("/pauses/mci/", $"/pauses/{Mci}/", StringComparison.Ordinal)
        .Replace("/pauses/spare/", $"/pauses/{Spare}/", StringComparison.Ordinal)
        .Replace("/reviews/capture/", $"/reviews/{Scene.Subject}/", StringComparison.Ordinal);

    [GeneratedRegex("/incidents/[123](?=/|$)")]
    private static partial Regex Incident();
}
