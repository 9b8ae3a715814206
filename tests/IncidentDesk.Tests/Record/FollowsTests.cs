using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Tests.Record;

/// <summary>What follows when an update is posted, as the followers of this test say it.</summary>
public sealed class FollowsTests : DeskTest
{
    readonly Answering _answers = new();
    readonly Answering _lateAnswers = new Later();

    protected override void Arrange(IServiceCollection services) =>
        services.AddSingleton<IFollows>(_lateAnswers).AddSingleton<IFollows>(_answers);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Done(new DeclareIncident { Title = "Here" });
        await Done(new DeclareIncident { Title = "There" });
    }

    [Fact]
    public async Task What_follows_stands_after_its_cause_in_the_order_of_names_and_in_any_stream()
    {
        _lateAnswers.On("Cause", Update(1, "Second"));
        _answers.On("Cause", Update(2, "Elsewhere"), Update(1, "First"));
        _answers.On("First", Update(1, "Of the first"));

        var posted = await Do(new PostUpdate { Incident = 1, Text = "Cause" });

        Assert.Equal(["Cause", "First", "Second", "Of the first"], await Updates(1));
        Assert.Equal(["Elsewhere"], await Updates(2));
        Assert.Equal((await TimelineOf(1)).Count, posted.Value!.Value);
    }

    [Fact]
    public async Task What_follows_is_recorded_by_whoever_sent_the_command()
    {
        _answers.On("Cause", Update(2, "Effect"));
        await Done(new PostUpdate { Incident = 1, Text = "Cause" }, Second);

        var last = await Read((db, _) => db.Entries.Where(e => e.Incident == 2).OrderBy(e => e.Position).LastAsync());

        Assert.Equal((Second.Person, "Sam Second", "test"), (last.RecordedBy, last.RecordedByName, last.Via));
    }

    [Fact]
    public async Task A_circle_is_refused_and_leaves_nothing_behind()
    {
        _answers.On("Round", Update(2, "And round"));
        _answers.On("And round", Update(1, "Round"));
        var before = await Dump();

        var circle = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Desk.Do(new PostUpdate { Incident = 1, Text = "Round" }, Responder));

        Assert.Contains("circle", circle.Message, StringComparison.Ordinal);
        Assert.Equal(Recorder.MostSteps + 1, _answers.Asked);
        Assert.Equal(before, await Dump());
    }

    [Fact]
    public async Task As_many_steps_as_there_may_be_are_taken()
    {
        for (var n = 0; n < Recorder.MostSteps; n++) _answers.On($"{n}", Update(1, $"{n + 1}"));

        Assert.True((await Do(new PostUpdate { Incident = 1, Text = "0" })).Done);
        Assert.Equal(Enumerable.Range(0, Recorder.MostSteps + 1).Select(n => $"{n}"), await Updates(1));
    }

    [Fact]
    public async Task A_sender_who_has_seen_everything_is_not_stale_because_of_what_follows()
    {
        _answers.On("Cause", Update(1, "Effect"), Update(2, "Effect"));
        var seen = (await TimelineOf(1)).Count;

        var first = await Desk.Do(new PostUpdate { Incident = 1, Text = "Cause" }, Responder, new Terms { Seen = seen });
        var second = await Desk.Do(new PostUpdate { Incident = 1, Text = "Next" }, Responder, new Terms { Seen = first.Value!.Value });
        var late = await Desk.Do(new PostUpdate { Incident = 1, Text = "Cause" }, Responder, new Terms { Seen = seen });

        Assert.Equal((true, true), (first.Done, second.Done));
        Assert.IsType<Refusal.Stale>(late.Refusal);
        Assert.Equal(["Cause", "Effect", "Next"], await Updates(1));
    }

    [Fact]
    public async Task A_rebuild_asks_nobody_what_follows()
    {
        _answers.On("Cause", Update(1, "Effect"));
        await Done(new PostUpdate { Incident = 1, Text = "Cause" });
        var (asked, before) = (_answers.Asked, await Dump());

        using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        await Service<DeskStore>().Write(db, async () =>
        {
            await scope.ServiceProvider.GetRequiredService<Recorder>().Rebuild(Streams.Incident(1), default);
            return (0, true);
        }, default);

        Assert.Equal((2, 2), (asked, _answers.Asked));
        Assert.Equal(before, await Dump());
    }

    static Consequence Update(int incident, string text) => new(Streams.Incident(incident), new UpdatePosted(text));

    async Task<IEnumerable<string>> Updates(int incident) => (await TimelineOf(incident)).OfType<UpdatePosted>().Select(u => u.Text);

    /// <summary>Answers an update by its text, and counts how often it was asked.</summary>
    class Answering : IFollows<UpdatePosted>
    {
        readonly Dictionary<string, Consequence[]> _answers = [];

        public int Asked { get; private set; }

        public void On(string text, params Consequence[] answers) => _answers[text] = answers;

        public Task<IReadOnlyList<Consequence>> Follow(UpdatePosted what, Entry entry, DeskDb db, CancellationToken ct)
        {
            Asked++;
            return Task.FromResult<IReadOnlyList<Consequence>>(_answers.GetValueOrDefault(what.Text, []));
        }
    }

    sealed class Later : Answering;
}
