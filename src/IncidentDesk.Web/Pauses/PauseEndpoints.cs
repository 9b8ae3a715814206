using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Approving;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Pauses.Conditions;
using IncidentDesk.Pauses.Extending;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Proposing;
using IncidentDesk.Pauses.Resuming;
using IncidentDesk.Pauses.Verifying;
using IncidentDesk.Pauses.Withdrawing;
using IncidentDesk.Timeline;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Pauses;

/// <summary>Pauses over HTTP.</summary>
internal static class PauseEndpoints
{
    public static void MapPauses(this WebApplication app)
    {
        var pauses = app.MapGroup("/api/pauses").WithTags("Pauses");
        pauses.MapCommand<ProposePause, Proposed>("", "Propose a pause; it is in force once ordered", p => $"/api/pauses/{p.Key}");
        pauses.MapGet("", List).WithQuery("state", "after", "limit").WithSummary("Pauses by key; state narrows to one state").Produces<Page<Pause>>();
        pauses.MapGet("{key}", One).WithSummary("One pause with its history").Produces<Pause>();

        pauses.MapGet("{key}/clients", Clients).WithSummary("Which machines ask for it, and which fell silent since it is in force").Produces<PauseClients>();

        var pause = pauses.MapGroup("{key}");
        pause.MapCommand<OrderPause, Position>("order", "Put a proposed pause in force; one person is enough");
        pause.MapCommand<WithdrawPause, Position>("withdrawal", "Take back a proposal that was never ordered");
        pause.MapCommand<ExtendPause, Position>("extensions", "Move the review; an approval to resume no longer stands");
        pause.MapCommand<VerifyPause, Position>("verifications", "Put on record what shows that it really stopped");
        pause.MapCommand<SettleCondition, Position>("conditions", "Say of a condition that it is met, waived or open again; an approval to resume no longer stands");
        pause.MapCommand<AddCondition, Position>("conditions/additions", "Add a condition; an approval to resume no longer stands");
        pause.MapCommand<ApproveResume, Position>("resume-approvals", "Agree that it may resume; another person resumes");
        pause.MapCommand<ResumePause, Position>("resume", "End a pause that somebody else approved to resume");

        app.MapGet("/api/incidents/{incident:int}/pauses", (int incident, HttpContext http) => http.Part(incident, (db, then) => PauseQueries.Of(db, incident, then)))
            .WithTags("Pauses").WithQuery("asKnownAt").WithSummary("The pauses of an incident").Produces<Page<Pause>>();
    }

    static async Task<IResult> List(HttpContext http, CancellationToken ct)
    {
        var asked = new Asked(http.Request.Query);
        var (states, after, limit) = (asked.Words<PauseState>("state"), asked.Text("after"), asked.Limit(100, Page.Most));
        return asked.Refusal is { } wrong ? wrong.ToResult() : Answers.Ok(await http.Read(db => PauseQueries.List(db, states, after, limit, ct)));
    }

    static async Task<IResult> One(HttpContext http, string key) => await http.Read(db => PauseQueries.Find(db, key)) is { } pause
        ? CommandEndpoints.Answered(http, pause) : new Refusal.NotFound($"pause {key}").ToResult();

    static async Task<IResult> Clients(HttpContext http, string key) => await http.Read(db => AskQueries.Clients(db, key)) is { } clients
        ? Answers.Ok(clients) : new Refusal.NotFound($"pause {key}").ToResult();
}
