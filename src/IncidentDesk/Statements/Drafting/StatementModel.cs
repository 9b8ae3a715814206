using System.Globalization;
using IncidentDesk.Assets;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses;

namespace IncidentDesk.Statements.Drafting;

/// <summary>What a template may say, all of it text; playbooks/README.md holds the rules. Unknown stays unknown.</summary>
internal static class StatementModel
{
    const string NotKnown = "not known yet";

    public static Dictionary<string, object> Of(
        Incident incident, IEnumerable<Pause> pauses, Holdings holdings, DateTimeOffset now) => new()
        {
            ["incident"] = Facts(incident),
            ["assets"] = new Dictionary<string, object> { ["count"] = Count(holdings), ["kinds"] = Kinds(holdings) },
            ["exposure"] = new Dictionary<string, object> { ["from"] = When(holdings.From), ["to"] = When(holdings.To) },
            ["disclosure"] = new Dictionary<string, object> { ["sentence"] = DisclosureSentence.Of(holdings.Tally) },
            ["pauses"] = pauses.Select(p => Of(p, now)).ToArray(),
            ["open_questions"] = OpenQuestions.Of(incident, holdings).ToArray(),
            ["roles"] = new[] { IncidentRole.Commander, IncidentRole.Comms, IncidentRole.Privacy }
                .ToDictionary(r => r.Word(), r => (object)(incident.Holder(r)?.Name ?? "not named yet")),
            ["as_known_at"] = Instants.Say(now),
        };

    static Dictionary<string, object> Facts(Incident incident) => new()
    {
        ["number"] = incident.Name, ["title"] = incident.Title, ["summary"] = incident.Summary ?? "",
        ["severity"] = incident.Severity.Code(),
        ["severity_meaning"] = incident.Severity.Criterion().TrimEnd('.'), ["status"] = incident.Status.Word(),
        ["started_at"] = When(incident.StartedAt), ["detected_at"] = When(incident.DetectedAt), ["declared_at"] = When(incident.DeclaredAt),
        ["contained_at"] = When(incident.ContainedAt), ["resolved_at"] = When(incident.ResolvedAt),
    };

    static Dictionary<string, object> Of(Pause pause, DateTimeOffset now) => new()
    {
        ["target"] = pause.Target, ["scope"] = pause.Scope, ["mode"] = pause.Mode.Word(), ["state"] = pause.StatusAt(now),
        ["ordered_at"] = pause.OrderedAt is { } at ? Instants.Say(at) : "not ordered",
    };

    static string When(DateTimeOffset? at) => at is { } known ? Instants.Say(known) : NotKnown;

    static string Count(Holdings holdings) => holdings.Tally.Total == 0 ? NotKnown : holdings.Tally.Total.Figure();

    static string Kinds(Holdings holdings) => holdings.Kinds.IsEmpty ? NotKnown : string.Join(", ", holdings.Kinds
        .Select(k => string.Create(CultureInfo.InvariantCulture,
            $"{(k.Kind is AssetKind.Unknown ? "kind not known yet" : k.Kind.Spelled().Replace('-', ' '))} ({k.Count:N0})")));
}
