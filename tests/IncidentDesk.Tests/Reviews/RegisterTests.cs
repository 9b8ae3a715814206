using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Requiring;

namespace IncidentDesk.Tests.Reviews;

public sealed class RegisterTests : ReviewTest
{
    Task<IReadOnlyList<SubjectSheet>> Register(DateTimeOffset? then = null) =>
        Read((db, _) => ReviewQueries.Register(db, Service<ReviewShelf>(), At(then)));

    [Fact]
    public async Task The_whole_register_is_read_as_it_was_known()
    {
        await Done(Subject());
        Clock.Advance(TimeSpan.FromHours(1));
        await Done(Conditional);
        Clock.Advance(TimeSpan.FromHours(1));
        await Done(Subject("another"));

        Assert.Equal(["another", Key], (await Register()).Select(s => s.Key));
        var then = Assert.Single(await Register(Now.AddMinutes(90)));
        Assert.Equal(RequiredState.UnmetConditions, then.Required[0].State);
        Assert.Equal(RequiredState.NotLookedFor, Assert.Single(await Register(Now)).Required[0].State);
        Assert.Empty(await Register(Now.AddDays(-1)));
        Assert.Null(await Read((db, _) => ReviewQueries.Find(db, Service<ReviewShelf>(), "another", At(Now))));
    }

    [Fact]
    public async Task The_history_of_a_subject_is_told_in_sentences_the_newest_first()
    {
        await Done(Subject());
        await Done(Conditional);

        var told = (await Read((db, _) => ReviewQueries.History(db, Key, RightNow))).Select(r => r.Event.Sentence()).ToList();

        Assert.Equal("People-data review of staff-capture recorded as review 1: Privacy review of March.pdf, "
            + $"signed by Head of privacy on 9 March 2026, approved with conditions (2 conditions). SHA-256 {Hash}", told[0]);
        Assert.Equal("Staff capture program was added to the register of reviews as staff-capture: "
            + "program, data about people: yes, labels ai-training, keystrokes, staff.", told[1]);
    }
}
