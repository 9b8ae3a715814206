using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>Whether something is paused, for a script: the one address of the API that is open to a token that can only ask.</summary>
internal static class StandingEndpoint
{
    public static void MapStanding(this WebApplication app) => app
        .MapGet("/api/pauses/{key}/standing", Standing).WithTags("Pauses").RequireAuthorization(AskerServices.MayAsk)
        .WithSummary("Whether it is paused, and no more than a machine needs").Produces<Stands>();

    static async Task<IResult> Standing(string key, HttpContext http, PauseRegister register, AskLog asked, TimeProvider clock)
    {
        var known = await register.Now(http.RequestAborted);
        if (!known.ByKey.TryGetValue(key, out var pause)) return new Refusal.NotFound($"pause {key}").ToResult();
        asked.Note(http.User.ToActor(), key, null);
        return Answers.Ok(new Stands(key, pause.Stops(clock.GetUtcNow()), pause.State, pause.Mode, pause.Since, pause.ReviewBy, known.IsStale));
    }
}

/// <param name="Since">From when it is in force, UTC; it may lie ahead.</param>
/// <param name="Stale">The database does not answer; this is the last that was known.</param>
public sealed record Stands(string Key, bool Paused, PauseState State, PauseMode Mode, DateTimeOffset? Since, DateTimeOffset ReviewBy, bool Stale);
