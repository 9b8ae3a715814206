using IncidentDesk.Door;
using IncidentDesk.People;
using IncidentDesk.People.Changing;
using IncidentDesk.People.SigningIn;
using IncidentDesk.People.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Kept = IncidentDesk.People.SigningIn.Session;

namespace IncidentDesk.Tests.People.SigningIn;

public sealed class SessionTests : AccountTest
{
    [Fact]
    public async Task A_session_ends_seven_days_after_it_began_however_much_it_is_used()
    {
        var session = await Begun();
        var ends = Now + Kept.Longest;
        while (Clock.GetUtcNow() + TimeSpan.FromHours(6) < ends)
        {
            Clock.Advance(TimeSpan.FromHours(6));
            Assert.True(await Lasts(session));
            await Done(new NoteSessionUse(), session);
        }

        Clock.Advance(ends - Clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        Assert.True(await Lasts(session));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await Lasts(session));
        Assert.Empty(await Listed(session));
    }

    [Fact]
    public async Task A_session_ends_twelve_hours_after_its_last_use()
    {
        var session = await Begun();

        Clock.Advance(Kept.Idle - TimeSpan.FromSeconds(1));
        Assert.True(await Lasts(session));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await Lasts(session));
    }

    [Fact]
    public async Task Its_use_is_noted_every_ten_minutes_and_no_oftener()
    {
        var session = await Begun();
        Clock.Advance(Kept.Noted - TimeSpan.FromSeconds(1));
        Assert.False((await InForce(session))!.NoteUse);

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await InForce(session))!.NoteUse);
        await Done(new NoteSessionUse(), session);

        Assert.False((await InForce(session))!.NoteUse);
        Assert.Equal(Clock.GetUtcNow(), Assert.Single(await Listed(session)).UsedAt);
    }

    [Fact]
    public async Task A_person_sees_where_they_are_signed_in_and_ends_one_of_their_sessions()
    {
        var admission = await Admitted();
        var here = await Session(admission);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var there = await Session(admission, "Safari on iPhone");
        Assert.Equal([("Safari on iPhone", "192.0.2.7", false), ("Firefox on Linux", "192.0.2.7", true)],
            (await Listed(here)).Select(s => (s.Device, s.Place, s.IsThis)));

        Assert.Equal(1, (await Do(new EndSessions { Session = there.Session }, here)).Value!.Ended);

        Assert.False(await Lasts(there));
        Assert.True(await Lasts(here));
        Assert.IsType<Refusal.NotFound>((await Do(new EndSessions { Session = there.Session }, here)).Refusal);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_and_every_admission_that_is_none_yet()
    {
        var admission = await Admitted();
        Actor[] sessions = [await Session(admission), await Session(admission)];

        Assert.Equal(2, (await Do(new EndSessions(), sessions[0])).Value!.Ended);

        foreach (var session in sessions) Assert.False(await Lasts(session));
        Assert.IsType<Refusal.NotSignedIn>((await Desk.Do(
            new BeginSession { Person = admission.Person, Stamp = new(admission.Stamp) }, Actor.Nobody)).Refusal);
    }

    [Fact]
    public async Task Sessions_of_somebody_else_are_seen_and_ended_by_administrators_only()
    {
        var session = await Begun();

        Assert.Empty(await Listed(Second, Responder.Person));
        Assert.IsType<Refusal.NotFound>((await Do(new EndSessions { Person = Responder.Person }, Second)).Refusal);
        Assert.IsType<Refusal.NotFound>((await Do(new EndSessions { Session = session.Session }, Second)).Refusal);
        Assert.IsType<Refusal.NotFound>((await Do(new EndSessions { Person = Guid.NewGuid() }, Admin)).Refusal);
        Assert.Equal(session.Session, Assert.Single(await Listed(Admin, Responder.Person)).Id);
        Assert.True((await Do(new EndSessions { Person = Responder.Person }, Admin)).Done);

        Assert.False(await Lasts(session));
    }

    [Fact]
    public async Task A_session_lasts_on_every_node_and_ends_on_every_node()
    {
        var session = await Begun();
        if (!TestDatabase.IsPostgres) Assert.Skip("Only PostgreSQL is shared by several nodes.");
        await using var other = await Node();
        var desk = other.GetRequiredService<IncidentDesk.Door.Desk>();
        Assert.NotNull(await desk.Read(Actor.Nobody, (db, _) => SessionQueries.InForce(db, session, Clock.GetUtcNow(), default)));

        await Done(new EndSessions(), session);

        Assert.Null(await desk.Read(Actor.Nobody, (db, _) => SessionQueries.InForce(db, session, Clock.GetUtcNow(), default)));
    }

    [Fact]
    public async Task What_stays_open_in_a_session_ends_with_it_and_with_its_age()
    {
        var admission = await Admitted();
        Actor[] sessions = [await Session(admission), await Session(admission), Responder with { Session = Guid.NewGuid() }];
        Assert.Equal([Roles.Responder, Roles.Responder, Roles.None], await Still(sessions));

        await Done(new EndSessions { Session = sessions[0].Session }, sessions[1]);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([Roles.None, Roles.Responder, Roles.None], await Still(sessions));

        Clock.Advance(Kept.Idle - TimeSpan.FromSeconds(2));
        Assert.Equal([Roles.None, Roles.Responder, Roles.None], await Still(sessions));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([Roles.None, Roles.None, Roles.None], await Still(sessions));
    }

    async Task<IReadOnlyList<Roles>> Still(IEnumerable<Actor> actors)
    {
        var roles = new List<Roles>();
        foreach (var actor in actors) roles.Add(await Service<StillAdmitted>().RolesOf(actor));
        return roles;
    }

    [Fact]
    public async Task What_has_ended_is_forgotten_when_the_next_session_begins()
    {
        var admission = await Admitted();
        await Session(admission);
        Clock.Advance(Kept.Idle);

        await Session(admission);

        Assert.Equal(1, await Read((db, _) => db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task Nobody_begins_a_session_without_what_an_admission_carries()
    {
        await Admitted();

        foreach (var stamp in new[] { "", "guessed" })
            Assert.IsType<Refusal.NotSignedIn>((await Desk.Do(
                new BeginSession { Person = Responder.Person, Stamp = new(stamp) }, Actor.Nobody)).Refusal);
        Assert.IsType<Refusal.NotSignedIn>((await Desk.Do(new BeginSession(), Actor.Nobody)).Refusal);
    }

    [Fact]
    public async Task Before_an_authenticator_is_set_up_a_session_does_nothing_but_that_and_end()
    {
        var unfinished = await Session(await Join());

        Assert.IsType<Refusal.NotFound>((await Do(new IssueToken { Name = "x", Roles = Roles.Viewer }, unfinished)).Refusal);
        Assert.IsType<Refusal.NotFound>((await Do(new ChangeOwnProfile { Name = "x" }, unfinished)).Refusal);
        Assert.True((await Do(new EndSessions(), unfinished)).Done);
    }

    async Task<Admission> Admitted()
    {
        await JoinWithAuthenticator();
        NextCode();
        return (await SignIn(code: Code())).Value!;
    }

    async Task<Actor> Begun()
    {
        var admission = await Join();
        return await Session(admission with { HasAuthenticator = true });
    }

    Task<SessionInForce?> InForce(Actor session) =>
        Read((db, _) => SessionQueries.InForce(db, session, Clock.GetUtcNow(), default), Actor.Nobody);

    Task<IReadOnlyList<SessionRow>> Listed(Actor by, Guid? person = null) =>
        Read((db, caller) => SessionQueries.Of(db, caller, person ?? caller.Id, Clock.GetUtcNow()), by);
}
