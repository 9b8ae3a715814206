using IncidentDesk.Pauses.Events;
using IncidentDesk.Timeline;

namespace IncidentDesk.Pauses;

public sealed partial record Pause
{
    /// <summary>The state after one more entry about this pause.</summary>
    public static Pause? Apply(Pause? was, Recorded what)
    {
        if (what.Event is not IAboutPause) return was;
        var now = what.Event is PauseProposed proposed ? Opened(proposed, what) : was?.With(what);
        return now is null ? null : now with { Position = what.Position, History = now.History.Add(Step(now.State, what)) };
    }

    static Pause Opened(PauseProposed e, Recorded what) => new()
    {
        Key = e.Key, Incident = what.Entry.Incident, Target = e.Target, Scope = e.Scope, Mode = e.Mode, Reason = e.Reason,
        ReviewBy = e.ReviewBy, Conditions = e.Conditions, ProposedAt = what.At,
    };

    Pause With(Recorded what) => what.Event switch
    {
        PauseOrdered e => this with { State = PauseState.Ordered, Authority = e.Authority, OrderedAt = what.At },
        PauseExtended e => this with { ReviewBy = e.To, State = IsInForce ? PauseState.Ordered : State, Approval = null },
        ResumeApproved => this with { State = PauseState.ResumeApproved, Approval = Step(PauseState.ResumeApproved, what) },
        PauseResumed => this with { State = PauseState.Resumed, EndedAt = what.At },
        PauseWithdrawn => this with { State = PauseState.Withdrawn, EndedAt = what.At },
        _ => this,
    };

    /// <summary>Stored names of the events that change a pause.</summary>
    internal static string[] Kinds => [.. EventNames.All.Where(k => EventNames.TypeOf(k).IsAssignableTo(typeof(IAboutPause)))];

    static PauseStep Step(PauseState state, Recorded what) => new(
        state, ((IAboutPause)what.Event).Step, what.Entry.RecordedBy, what.Entry.RecordedByName, what.At, ((IAboutPause)what.Event).Reason);
}
