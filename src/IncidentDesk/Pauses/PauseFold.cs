using IncidentDesk.Pauses.Events;
using IncidentDesk.Record;

namespace IncidentDesk.Pauses;

public sealed partial record Pause
{
    /// <summary>The state after one more entry about this pause.</summary>
    public static Pause? Apply(Pause? was, Recorded what)
    {
        if (what.Event is not IAboutPause) return was;
        var now = what.Event is PauseProposed proposed ? Opened(proposed, what) : was?.With(what).WithoutApprovalAfter(what).InItsState();
        return now is null ? null : now with { Position = what.Position, History = now.History.Add(Step(now.State, what)) };
    }

    static Pause Opened(PauseProposed e, Recorded what) => new()
    {
        Key = e.Key, Incident = what.Entry.Incident, Target = e.Target, Scope = e.Scope, Mode = e.Mode, Reason = e.Reason,
        ReviewBy = e.ReviewBy, Conditions = PauseConditions.Open(e.Conditions), ProposedAt = what.At,
    };

    Pause With(Recorded what) => what.Event switch
    {
        PauseOrderedAtOnce e => this with { State = PauseState.Ordered, Authority = e.Authority, OrderedAt = what.At },
        PauseOrdered e =>
            this with { State = PauseState.Ordered, Authority = e.Authority, Decider = e.Decider, OrderedAt = e.EffectiveAt ?? what.At },
        TargetsNamed e => this with { Targets = e.Targets },
        ScopeChanged e => this with { Scope = e.Scope ?? Scope, Targets = [.. Targets.Except(e.Removed).Union(e.Added)] },
        ModeChanged e => this with { Mode = e.To },
        CostStated e => this with { Cost = new(e.Text, e.Figure, e.Unit, e.Per, e.Certainty) },
        HeartbeatsNamed e => this with { Heartbeats = e.Sources },
        IRecheckMissed e => this with { Reminder = new(e.ReviewBy, e.Escalated) },
        RecheckHandedOver e => this with { HandedTo = new(e.Person, e.Name) },
        PauseSeenRunning e => this with { Verification = null, SeenRunning = true, Alarm = Alarmed(e) },
        PauseVerified e => this with { SeenRunning = false, Alarm = null, Verification = new(e.Kind, e.Text,
            e.LookedAt, e.Evidence, e.EvidenceHash, e.From, e.To, what.Entry.RecordedByName, what.At, what.Position) },
        PauseAsksCounted e => this with { SeenRunning = false, Alarm = null, Verification = new(VerificationKind.Asks,
            e.Found, null, null, null, e.From, e.LastAt, what.Entry.RecordedByName, what.At, what.Position) },
        ConditionSettled e => this with { Conditions = [.. Conditions.Select(c => c.Number == e.Condition ? Settled(c, e, what) : c)] },
        ConditionAdded e => this with { Conditions = Conditions.Add(new(e.Condition, e.Text)) },
        ConditionTaken e => this with
        {
            TakesOver = true,
            Conditions = Conditions.Add(new(e.Condition, e.Text) { TakenFrom = new(e.Subject, e.Review, e.ReviewCondition) })
        },
        PauseExtended e => this with { ReviewBy = e.To },
        ResumeApproved => this with { Approval = Step(PauseState.ResumeApproved, what), ApprovedParts = [] },
        PartResumeApproved e => this with { Approval = Step(PauseState.ResumeApproved, what), ApprovedParts = e.Parts },
        PausePartResumed e => this with { Targets = [.. Targets.Except(e.Parts)], ResumedParts = [.. ResumedParts.Union(e.Parts)] },
        PauseResumed => this with { State = PauseState.Resumed, EndedAt = what.At, SeenRunning = false, Alarm = null },
        PauseWithdrawn => this with { State = PauseState.Withdrawn, EndedAt = what.At },
        _ => this,
    };

    static PauseCondition Settled(PauseCondition was, ConditionSettled e, Recorded what) =>
        was with { State = e.To, Ground = e.Evidence ?? e.Reason, By = what.Entry.RecordedByName, At = what.At };

    Pause WithoutApprovalAfter(Recorded what) => what.Event is IEndsApproval ? this with { Approval = null, ApprovedParts = [] } : this;

    PauseAlarm Alarmed(PauseSeenRunning e) => new(
        [.. Alarm?.Sources ?? [], e.Source], e.Where, e.Details,
        Alarm?.FirstSeen < e.SeenAt ? Alarm.FirstSeen : e.SeenAt, Alarm?.LastSeen > e.SeenAt ? Alarm.LastSeen : e.SeenAt);

    /// <summary>While it is in force, its state is how far it has come.</summary>
    Pause InItsState() => !IsInForce ? this : this with
    {
        State = Approval is not null ? PauseState.ResumeApproved : Verification is not null ? PauseState.Verified : PauseState.Ordered,
    };

    /// <summary>Stored names of the events that change a pause.</summary>
    internal static readonly string[] Kinds = [.. EventNames.All.Where(k => EventNames.TypeOf(k).IsAssignableTo(typeof(IAboutPause)))];

    static PauseStep Step(PauseState state, Recorded what) => new(
        state, ((IAboutPause)what.Event).Step, what.Entry.RecordedBy,
        what.Entry.RecordedByName, what.At, ((IAboutPause)what.Event).Reason, what.Position);
}
