using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.People.Auditing;
using IncidentDesk.People.Authenticating;
using IncidentDesk.Record;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Tests.People.Auditing;

public sealed class SecurityEventTests : AccountTest
{
    protected override void Arrange(IServiceCollection services) =>
        services.AddSingleton<ComesFrom>(() => new Origin("192.0.2.7", "Firefox"));

    [Fact]
    public async Task Signing_in_and_failing_are_written_down_with_who_and_from_where_and_without_what_was_typed()
    {
        await JoinWithAuthenticator();
        NextCode();
        Assert.True((await SignIn(code: Code())).Done);
        for (var n = 0; n < 3; n++) Assert.False((await SignIn(password: new("a guess that is wrong"), code: new("123123"))).Done);
        Assert.False((await SignIn(email: "typed.a.password@example.org")).Done);

        var events = await Events(new(), Admin);

        Assert.Equal([(SecurityKind.SignedIn, "Remy Responder", 1), (SecurityKind.SignInFailed, "Remy Responder", 3),
            (SecurityKind.SignInFailed, null, 1)],
            events.Select(e => (e.Kind, e.Name, e.Times)).OrderBy(e => e.Kind).ThenByDescending(e => e.Times));
        Assert.All(events, e => Assert.Equal(("192.0.2.7", "Firefox"), (e.Place, e.Device)));
        foreach (var typed in new[] { "a guess that is wrong", "123123", "typed.a.password" }) Assert.Empty(await Holding(typed));
    }

    [Fact]
    public async Task Events_of_one_instant_are_walked_page_by_page_and_none_is_left_out_or_comes_twice()
    {
        var number = (await Done(new DeclareIncident { Title = "Open" })).Number;
        var viewer = await Person("Vera Viewer", Roles.Viewer);
        ICommand<Position>[] refused =
        [
            new PostUpdate { Incident = number, Text = "t" }, new ChangeStatus { Incident = number, Status = IncidentStatus.Contained },
            new ChangeSeverity { Incident = number, Severity = Severity.Sev0, Reason = "r" },
            new ChangeVisibility { Incident = number, Reason = "r" },
        ];
        foreach (var command in refused) Assert.IsType<Refusal.NotFound>((await Desk.Do(command, viewer)).Refusal);
        Clock.Advance(TimeSpan.FromSeconds(5));
        await Desk.Do(new PostUpdate { Incident = number, Text = "t" }, viewer);
        var whole = await Events(new(), Admin);
        Assert.True(whole.Count > 3, $"{whole.Count} events.");

        foreach (var limit in new[] { 1, 2, 3 })
        {
            var walked = new List<SecurityEventRow>();
            for (string? next = ""; next is not null;)
            {
                var page = await Read((db, caller) => SecurityEventQueries.Page(db, caller, new() { Limit = limit, After = next }), Admin);
                walked.AddRange(page.Items);
                Assert.True(walked.Count <= whole.Count, "Round in circles.");
                next = page.Next;
            }
            Assert.Equal(whole, walked);
        }
    }

    [Fact]
    public async Task A_refused_command_is_written_down_the_same_whether_the_incident_is_hidden_or_not_there()
    {
        var hidden = (await Done(new DeclareIncident { Title = "Hidden", Visibility = Visibility.Private })).Number;
        await Desk.Do(new PostUpdate { Incident = hidden, Text = "Let me in" }, Comms);
        await Desk.Do(new PostUpdate { Incident = 9999, Text = "Let me in" }, Comms);
        await Desk.Do(new ChangeSeverity { Incident = hidden, Severity = Severity.Sev0, Reason = "No role for it" }, Comms);

        Assert.DoesNotContain(await Events(new(), Stranger), e => e.Kind == SecurityKind.Refused);
        Assert.Empty(await Events(new() { Incident = hidden }, Stranger));
    }

    [Fact]
    public async Task An_administrator_sees_refused_commands_and_another_reader_sees_none()
    {
        await Desk.Do(new ResetAuthenticator { Person = Second.Person }, Comms);

        var seen = Assert.Single(await Events(new() { Kinds = [SecurityKind.Refused] }, Admin));

        Assert.Equal(("ResetAuthenticator", "Cleo Comms"), (seen.What, seen.Name));
        Assert.Empty(await Events(new(), Responder));
        Assert.Empty(await Events(new(), Actor.Nobody));
    }

    [Fact]
    public async Task That_a_private_incident_was_read_is_told_to_its_participants_only()
    {
        var hidden = (await Done(new DeclareIncident { Title = "Hidden", Visibility = Visibility.Private })).Number;
        Service<SecurityLog>().Note(SecurityKind.PrivateRead, Responder.Person, "page", hidden, isPrivate: true);

        var mine = Assert.Single(await Events(new() { Incident = hidden }, Responder));
        Assert.Equal((SecurityKind.PrivateRead, "Remy Responder", null), (mine.Kind, mine.Name, mine.Place));
        foreach (var other in new[] { Admin, Stranger, Privacy })
        {
            Assert.Empty(await Events(new() { Incident = hidden }, other));
            Assert.DoesNotContain(await Events(new(), other), e => e.Kind == SecurityKind.PrivateRead);
        }
    }

    [Fact]
    public async Task Events_are_kept_for_ninety_days_and_come_page_by_page()
    {
        for (var day = 0; day < 3; day++)
        {
            Service<SecurityLog>().Note(SecurityKind.SignedOut, Responder.Person);
            await Keep();
            Clock.Advance(TimeSpan.FromDays(40));
        }
        await Keep();

        var page = await Read((db, caller) => SecurityEventQueries.Page(db, caller, new() { Limit = 1 }), Admin);
        var rest = await Read((db, caller) => SecurityEventQueries.Page(db, caller, new() { After = page.Next }), Admin);

        Assert.Equal(Now.AddDays(80), Assert.Single(page.Items).At);
        Assert.Equal([Now.AddDays(40)], rest.Items.Select(e => e.At));
        Assert.Null(rest.Next);
    }

    async Task<IReadOnlyList<SecurityEventRow>> Events(SecurityEventFilter filter, Actor by)
    {
        await Keep();
        return (await Read((db, caller) => SecurityEventQueries.Page(db, caller, filter), by)).Items;
    }

    async Task Keep() => await Desk.Do(new KeepSecurityEvents { Events = Service<SecurityLog>().Take(), Clears = true }, Actor.System);
}
