using CsCheck;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Events;
using IncidentDesk.Record;

namespace IncidentDesk.Tests.Pauses;

/// <summary>The rule that matters most, whatever people try in whatever order.</summary>
public sealed class PauseDecisionTests
{
    static readonly DateTimeOffset Now = new(2026, 6, 12, 3, 10, 0, TimeSpan.Zero);
    static readonly Guid[] People = [.. Enumerable.Range(1, 4).Select(n => new Guid($"00000000-0000-0000-0000-{n:D12}"))];

    [Fact]
    public void However_steps_are_tried_a_pause_in_force_ends_only_by_two_people_after_its_last_change()
    {
        var ended = 0;
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 3]).Array[1, 40].Sample(steps =>
        {
            var pause = Proposed();
            Guid? approver = null;
            foreach (var (step, person) in steps)
            {
                var outcome = Try(pause, step, person, Array.IndexOf(People, approver ?? Guid.Empty), Now.AddDays(3 + pause.Position));
                if (!outcome.Done) continue;
                var after = Pause.Apply(pause, By(People[person], pause.Position + 1, outcome.Value.Event))!;
                if (pause.IsInForce && !after.IsInForce)
                {
                    ended++;
                    Assert.NotNull(approver);
                    Assert.NotEqual(Identity(Array.IndexOf(People, approver.Value)), Identity(person));
                    Assert.Empty(pause.OpenConditions);
                }
                approver = outcome.Value.Event switch
                {
                    ResumeApproved => People[person],
                    PauseExtended or ConditionSettled => null,
                    _ => approver
                };
                pause = after;
            }
        }, iter: 2_000, threads: 1);
        Assert.True(ended > 50, $"Only {ended} pauses ended; the steps prove nothing.");
    }

    /// <summary>The last two are one person with two accounts.</summary>
    static string Identity(int person) => person == 3 ? "2" : $"{person}";

    static Signatory? Signatory(int person) => person < 0 ? null : new(People[person], Identity(person), HasAuthority: true,
        new(Made: false, new HashSet<Guid> { People[person] }));

    static Outcome<Fact> Try(Pause pause, int step, int person, int approver, DateTimeOffset later) => step switch
    {
        0 => pause.Order(null, null, null, null),
        1 => pause.ApproveResume(Signatory(person)!, "Fixed", []),
        2 => pause.Resume(Signatory(person)!, Signatory(approver)),
        3 => pause.Extend(later, "Later"),
        4 or 5 => pause.Settle(1, step == 4 || pause.Position % 3 == 0 ? ConditionState.Met : ConditionState.Open,
            "Minutes", null, default),
        _ => pause.Withdraw("No"),
    };

    static Pause Proposed() =>
        Pause.Apply(null, By(People[0], 1,
            new PauseProposed("key", "Capture", "everything", PauseMode.Kill, "Open", Now.AddDays(1), ["Reviewed"])))!;

    static Recorded By(Guid person, int position, TimelineEvent what) => new(new Entry
    {
        Stream = "pause/key", Position = position, Kind = EventNames.Of(what), HappenedAt = Now, RecordedAt = Now, RecordedBy = person,
        RecordedByName = person.ToString(), Via = "test", Payload = [], Salt = [], Commitment = [], PreviousHash = [], Hash = [],
    }, what);
}
