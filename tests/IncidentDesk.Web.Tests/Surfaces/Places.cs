namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>Every address that can be read, with what a reader could ask of it. Nothing can be served that has no line here.</summary>
internal static class Places
{
    /// <summary>About one incident: <c>{n}</c> is its number, <c>{p}</c> the key of its pause.</summary>
    public static readonly Dictionary<string, string[]> OfOneIncident = new()
    {
        ["/api/incidents/{incident}"] = ["/api/incidents/{n}", "/api/incidents/{n}?asKnownAt=2026-06-12T03:10:00Z",
            "/api/incidents/{n}?asKnownAt=2001-01-01T00:00:00Z"],
        ["/api/incidents/{incident}/assets"] = ["/api/incidents/{n}/assets", "/api/incidents/{n}/assets?group=owner",
            "/api/incidents/{n}/assets?format=csv", "/api/incidents/{n}/assets?asKnownAt=2026-06-12T03:10:00Z"],
        ["/api/incidents/{incident}/blast-radius"] = [
            "/api/incidents/{n}/blast-radius", "/api/incidents/{n}/blast-radius?direction=upstream&depth=1",
            "/api/incidents/{n}/blast-radius?format=csv", "/api/incidents/{n}/blast-radius?asKnownAt=2026-06-12T03:10:00Z"
        ],
        ["/api/incidents/{incident}/evidence"] = ["/api/incidents/{n}/evidence",
            "/api/incidents/{n}/evidence?asKnownAt=2026-06-12T03:10:00Z"],
        ["/api/incidents/{incident}/evidence/assets"] = [
            "/api/incidents/{n}/evidence/assets", "/api/incidents/{n}/evidence/assets?format=csv",
            "/api/incidents/{n}/evidence/assets?finding=cannot-be-assessed&asKnownAt=2026-06-12T03:10:00Z"
        ],
        ["/api/incidents/{incident}/evidence/summary"] = ["/api/incidents/{n}/evidence/summary",
            "/api/incidents/{n}/evidence/summary?group=owner"],
        ["/api/incidents/{incident}/export"] = ["/api/incidents/{n}/export"],
        ["/api/incidents/{incident}/pauses"] = ["/api/incidents/{n}/pauses", "/api/incidents/{n}/pauses?asKnownAt=2026-06-12T03:10:00Z"],
        ["/api/incidents/{incident}/reports/{kind}"] = [.. from kind in new[] { "summary", "timeline" }
            from format in new[] { "json", "html", "md", "pdf" }
            select $"/api/incidents/{{n}}/reports/{kind}?format={format}&privileged=true&asKnownAt=2026-06-12T03:10:00Z"],
        ["/api/incidents/{incident}/reviews"] = ["/api/incidents/{n}/reviews", "/api/incidents/{n}/reviews?asKnownAt=2026-06-12T03:10:00Z"],
        ["/api/incidents/{incident}/statements"] = ["/api/incidents/{n}/statements",
            "/api/incidents/{n}/statements?asKnownAt=2026-06-12T03:10:00Z"],
        ["/api/incidents/{incident}/tasks"] = ["/api/incidents/{n}/tasks", "/api/incidents/{n}/tasks?asKnownAt=2026-06-12T03:10:00Z"],
        ["/api/incidents/{incident}/timeline"] = ["/api/incidents/{n}/timeline", "/api/incidents/{n}/timeline?format=csv",
            "/api/incidents/{n}/timeline?q=a&payload=yes&order=happened",
            "/api/incidents/{n}/timeline?asKnownAt=2026-06-12T03:10:00Z",
            "/api/incidents/{n}/timeline?asKnownAt=2001-01-01T00:00:00Z"],
        ["/api/incidents/{number}/stream"] = ["/api/incidents/{n}/stream"],
        ["/api/pauses/{key}"] = ["/api/pauses/{p}", "/api/pauses/{p}?asKnownAt=2026-06-12T03:10:00Z"],
        ["/api/pauses/{key}/clients"] = ["/api/pauses/{p}/clients"],
        ["/api/pauses/{key}/overlaps"] = ["/api/pauses/{p}/overlaps"],
        ["/api/pauses/{key}/sightings"] = ["/api/pauses/{p}/sightings"],
        ["/incidents/{Number}"] = ["/incidents/{n}", "/incidents/{n}?asKnownAt=2026-06-12T03:10:00Z", "/incidents/{n}?q=a&order=happened"],
        ["/incidents/{Number}/assets"] = ["/incidents/{n}/assets", "/incidents/{n}/assets?group=owner&asKnownAt=2026-06-12T03:10:00Z"],
        ["/incidents/{Number}/assets/link"] = ["/incidents/{n}/assets/link", "/incidents/{n}/assets/link?q=hive&find=hive"],
        ["/incidents/{Number}/assets/evidence"] = ["/incidents/{n}/assets/evidence",
            "/incidents/{n}/assets/evidence?finding=cannot-be-assessed&asKnownAt=2026-06-12T03:10:00Z"],
        ["/incidents/{Number}/blast-radius"] = [
            "/incidents/{n}/blast-radius", "/incidents/{n}/blast-radius?direction=upstream&group=owner",
            "/incidents/{n}/blast-radius?asKnownAt=2026-06-12T03:10:00Z"
        ],
        ["/incidents/{Number}/entries/{At}"] = ["/incidents/{n}/entries/1", "/incidents/{n}/entries/4000"],
        ["/incidents/{Number}/manage"] = ["/incidents/{n}/manage"],
        ["/incidents/{Number}/pauses"] = ["/incidents/{n}/pauses", "/incidents/{n}/pauses?asKnownAt=2026-06-12T03:10:00Z"],
        ["/incidents/{Number}/people"] = ["/incidents/{n}/people"],
        ["/incidents/{Number}/reports"] = ["/incidents/{n}/reports", "/incidents/{n}/reports?kind=timeline&privileged=true"],
        ["/incidents/{Number}/reviews"] = ["/incidents/{n}/reviews", "/incidents/{n}/reviews?asKnownAt=2026-06-12T03:10:00Z"],
        ["/incidents/{Number}/statements"] = ["/incidents/{n}/statements", "/incidents/{n}/statements?asKnownAt=2026-06-12T03:10:00Z"],
        ["/incidents/{Number}/statements/{Id}"] = ["/incidents/{n}/statements/S1"],
        ["/incidents/{Number}/tasks"] = ["/incidents/{n}/tasks"],
        ["/pauses/{Key}/asking"] = ["/pauses/{p}/asking"],
        ["/pauses/{Key}"] = ["/pauses/{p}", "/pauses/{p}?asKnownAt=2026-06-12T03:10:00Z"],
    };

    /// <summary>About all that a reader sees: <c>{who}</c> is the person who commands the hidden incidents.</summary>
    public static readonly Dictionary<string, string[]> OfManyThings = new()
    {
        ["/"] = ["/", "/?asKnownAt=2026-06-12T03:10:00Z", "/?status=contained", "/?severity=SEV0", $"/?q={Planted.Word}"],
        ["/account"] = ["/account"],
        ["/api/assets"] = ["/api/assets", "/api/assets?q=hive&format=csv"],
        ["/api/assets/{**key}"] = ["/api/assets/hive://w/logs.keys", "/api/assets/hive://w/logs.keys?asKnownAt=2026-06-12T03:10:00Z"],
        ["/api/assets/imports"] = ["/api/assets/imports", "/api/assets/imports?limit=1"],
        ["/api/assets/searches"] = ["/api/assets/searches"],
        ["/api/assets/imports/{import}"] = ["/api/assets/imports/1"],
        ["/api/incidents"] = [
            "/api/incidents", "/api/incidents?severity=SEV0&status=contained", $"/api/incidents?q={Planted.Word}",
            "/api/incidents?q=1", "/api/incidents?q=INC-1", "/api/incidents?asKnownAt=2026-06-12T03:10:00Z"
        ],
        ["/api/pauses"] = ["/api/pauses", "/api/pauses?state=ordered", "/api/pauses?after=a",
            "/api/pauses?only=in-force&sort=age", "/api/pauses?format=csv", "/api/pauses?asKnownAt=2026-06-12T03:10:00Z"],
        ["/api/people"] = ["/api/people"],
        ["/api/playbooks"] = ["/api/playbooks"],
        ["/api/reviews"] = ["/api/reviews", "/api/reviews?state=cannot-be-shown", "/api/reviews?asKnownAt=2026-06-12T03:10:00Z"],
        ["/api/reviews/{key}"] = ["/api/reviews/capture", "/api/reviews/capture?asKnownAt=2026-06-12T03:10:00Z"],
        ["/api/security-events"] = ["/api/security-events", "/api/security-events?kind=refused", "/api/security-events?incident=1"],
        ["/api/status"] = ["/api/status", "/api/status?asKnownAt=2026-06-12T03:10:00Z"],
        ["/api/sessions"] = ["/api/sessions", "/api/sessions?person={who}"],
        ["/api/tokens"] = ["/api/tokens", "/api/tokens?person={who}"],
        ["/assets"] = ["/assets", "/assets?q=hive"],
        ["/assets/searches"] = ["/assets/searches"],
        ["/assets/imports"] = ["/assets/imports"],
        ["/assets/imports/{Number}"] = ["/assets/imports/1"],
        ["/assets/{*Key}"] = ["/assets/hive%3A%2F%2Fw%2Flogs.keys", "/assets/hive%3A%2F%2Fw%2Flogs.keys?asKnownAt=2026-06-12T03:10:00Z"],
        ["/incidents/declare"] = ["/incidents/declare"],
        ["/pauses"] = ["/pauses", "/pauses?state=ordered",
            "/pauses?only=not-verified&sort=sightings", "/pauses?asKnownAt=2026-06-12T03:10:00Z"],
        ["/people"] = ["/people"],
        ["/people/{Id}"] = ["/people/{who}"],
        ["/reviews"] = ["/reviews", "/reviews?state=cannot-be-shown"],
        ["/reviews/{Key}"] = ["/reviews/capture"],
        ["/security-events"] = ["/security-events", "/security-events?incident=1"],
        ["/status"] = ["/status", "/status?asKnownAt=2026-06-12T03:10:00Z"],
    };

    /// <summary>What knows of no incident, each with its reason.</summary>
    public static readonly Dictionary<string, string> WithoutIncidents = new()
    {
        ["/_framework/opaque-redirect"] = "the framework's own, for enhanced navigation",
        ["/account/authenticator"] = "makes a key for the reader's own authenticator",
        ["/api/emergency-access"] = "numbers that people typed, whether or not there is such an incident: EmergencyAccessTests",
        ["/emergency-access"] = "the same as a page",
        ["/api/incidents/stream"] = "never ends; what it says and keeps to itself is in StreamTests and TwinTests",
        ["/api/pauses/{key}/standing"] = "whether it is paused, for whoever knows the key, and not why: OfrepTests",
        ["/api/reviews/rules"] = "what files beside the desk say",
        ["/api/reviews/{key}/documents/{sha256}"] = "a document of the register, which belongs to no incident",
        ["/error"] = "one fixed text",
        ["/incidents/import"] = "one form",
        ["/invitation/{Secret}"] = "open to whoever holds the link; one form",
        ["/not-found"] = "one fixed text",
        ["/ofrep/v1/events"] = "never ends; it says that an answer changed, and never which: TwinTests",
        ["/openapi/{documentName}.json"] = "what the API looks like, not what is in it",
        ["/report.css"] = "a stylesheet",
        ["/scalar/favicon.svg"] = "a part of the API reader",
        ["/scalar/scalar.aspnetcore.js"] = "a part of the API reader",
        ["/scalar/scalar.js"] = "a part of the API reader",
        ["/scalar/{documentName?}"] = "the API reader; shows the OpenAPI document",
        ["/set-up/{Secret}"] = "open to whoever holds the link; one form",
        ["/sign-in"] = "one form",
        ["/{**path}"] = "answers that there is no such page",
    };
}
