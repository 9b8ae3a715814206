using IncidentDesk.Door;
using IncidentDesk.Incidents;

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

    async Task<int> Declared(string title) => (await Desk.Do(new DeclareIncident { Title = title }, Responder, Key)).Value!.Number;
}
