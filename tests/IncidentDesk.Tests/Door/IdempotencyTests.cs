using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Participating;

namespace IncidentDesk.Tests.Door;

/// <summary>What a key does that a request is sent under.</summary>
public sealed class IdempotencyTests : DeskTest
{
    static readonly Terms Key = new() { Key = "one" };

    [Fact]
    public async Task A_key_repeats_its_answer_for_24_hours_and_is_free_afterwards()
    {
        Assert.Equal(1, await Declared("Tables open"));
        Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Declared("Tables open"));
        Assert.IsType<Refusal.KeyReused>((await Desk.Do(new DeclareIncident { Title = "Something else" }, Responder, Key)).Refusal);

        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(2, await Declared("Something else"));
        Assert.Equal(2, await Declared("Something else"));
    }

    [Fact]
    public async Task A_key_belongs_to_whoever_used_it()
    {
        await Declared("Tables open");

        Assert.Equal(2, (await Desk.Do(new DeclareIncident { Title = "Another" }, Second, Key)).Value!.Number);
    }

    [Fact]
    public async Task A_refused_request_leaves_its_key_free()
    {
        Assert.NotNull((await Desk.Do(new PostUpdate { Incident = 1, Text = "Too early" }, Responder, Key)).Refusal);

        Assert.Equal(1, await Declared("Tables open"));
    }

    [Fact]
    public async Task An_answer_is_not_repeated_to_whoever_may_no_longer_see_what_it_is_about()
    {
        var number = (await Done(new DeclareIncident { Title = "The diary", Visibility = Visibility.Private }, Second)).Number;
        await Done(new AddParticipant { Incident = number, Person = Responder.Person }, Second);
        var said = new PostUpdate { Incident = number, Text = "I read it" };
        Assert.True((await Desk.Do(said, Responder, Key)).Done);
        await Done(new RemoveParticipant { Incident = number, Person = Responder.Person }, Second);
        var never = (await Desk.Do(new PostUpdate { Incident = 4711, Text = "I read it" }, Responder)).Refusal;

        var again = (await Desk.Do(said, Responder, Key)).Refusal;
        var other = (await Desk.Do(new PostUpdate { Incident = number, Text = "Who else?" }, Responder, Key)).Refusal;

        Assert.Equal(never!.Why.Replace("4711", $"{number}", StringComparison.Ordinal), again!.Why);
        Assert.Equal(again, other);
        Assert.IsType<Refusal.KeyReused>((await Desk.Do(new DeclareIncident { Title = "Something else" }, Responder, Key)).Refusal);
        Assert.Equal(2, (await Desk.Do(new DeclareIncident { Title = "Something else" }, Responder)).Value!.Number);
    }

    [Fact]
    public async Task A_declaration_is_not_repeated_to_whoever_was_removed_from_it()
    {
        var secret = new DeclareIncident { Title = "The diary", Visibility = Visibility.Private };
        var number = (await Desk.Do(secret, Responder, Key)).Value!.Number;
        await Done(new AddParticipant { Incident = number, Person = Privacy.Person });
        await Done(new RemoveParticipant { Incident = number, Person = Responder.Person }, Privacy);

        Assert.IsType<Refusal.NotFound>((await Desk.Do(secret, Responder, Key)).Refusal);
        Assert.Equal(2, (await Desk.Do(secret, Responder)).Value!.Number);
    }

    async Task<int> Declared(string title) => (await Desk.Do(new DeclareIncident { Title = title }, Responder, Key)).Value!.Number;
}
