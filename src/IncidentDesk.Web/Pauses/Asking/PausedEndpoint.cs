using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>Whether something is paused, for a script: the one address of the API that is open to a token that can only ask.</summary>
internal static class PausedEndpoint
{
    public static void MapPaused(this WebApplication app) => app
        .MapGet("/api/pauses/{key}/standing", Paused).WithTags("Pauses")
        .RequireAuthorization(AskerServices.MayAsk).WithQuery("target", "client")
        .WithSummary("Ask whether it is paused; target names the part that is about to run, client names the caller")
        .Produces<PausedAnswer>();

    static async Task<IResult> Paused(string key, HttpContext http, PauseRegister register, AskLog log, TimeProvider clock)
    {
        var asked = new QueryReader(http.Request.Query);
        var (client, running) = (asked.Text("client", 200), About(asked, http.Request.Query["target"]));
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        var known = await register.Now(http.RequestAborted);
        if (!known.ByKey.TryGetValue(key, out var pause)) return new Refusal.NotFound($"pause {key}").ToResult();
        log.Note(http.User.ToActor(), key, client);
        var verdict = pause.At(clock.GetUtcNow(), running);
        var answer = new PausedAnswer(key, verdict is Verdict.Paused, verdict is Verdict.PartRuns, known.IsStale);
        return Answers.Ok(pause.IsPrivate ? answer
            : answer with { State = pause.State, Mode = pause.Mode, Since = pause.Since, ReviewBy = pause.ReviewBy });
    }

    static Running About(QueryReader asked, IEnumerable<string?> targets)
    {
        var named = targets.Select(t => PauseTarget.Read(t ?? "")).ToList();
        if (named.Contains(null))
            asked.Wrong("target",
                "Write what is about to run with its kind: pipeline:nightly-7; a kind is program, pipeline, feature or asset.");
        return new([.. named.OfType<PauseTarget>()]);
    }
}

/// <param name="Paused">Whether whoever asks has to stop.</param>
/// <param name="PartResumed">The pause is in force, and what was named as target is a part of it that runs again.</param>
/// <param name="Stale">The database does not answer; this is the last that was known.</param>
public sealed record PausedAnswer(string Key, bool Paused, bool PartResumed, bool Stale)
{
    /// <summary>Left out, like the mode and the times, of a pause in a private incident.</summary>
    public PauseState? State { get; init; }
    public PauseMode? Mode { get; init; }

    /// <summary>From when it is in force, UTC; it may lie ahead.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>By when it is looked at again, UTC.</summary>
    public DateTimeOffset? ReviewBy { get; init; }
}
