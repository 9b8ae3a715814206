using IncidentDesk.Door;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.People.Tokens;
using IncidentDesk.Record;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Tests.Pauses.Asking;

/// <summary>What is answered while the database is away: what was known last, and who could ask before can still ask.</summary>
public sealed class DatabaseAwayTests : PauseTest
{
    readonly Line _line = new();

    IncidentDesk.Door.Desk Reached => new(_line.To(Service<IServiceScopeFactory>()), Service<Callers>());

    [Fact]
    public async Task The_last_that_was_known_is_served_and_says_so_until_the_database_is_back()
    {
        await Ordered();
        var register = new PauseRegister(Reached, Service<Watchers>(), Clock);
        Assert.False((await register.Now()).IsStale);
        await Done(new ExtendPause { Key = Key, ReviewBy = Now.AddDays(3), Reason = "Weekend" });

        _line.IsCut = true;
        var away = await register.Now();
        Assert.Equal((true, Now.AddDays(2)), (away.IsStale, away.ByKey[Key].ReviewBy));
        Assert.True(away.ByKey[Key].Stops(Clock.GetUtcNow()));

        _line.IsCut = false;
        Assert.True((await register.Now()).IsStale);
        Clock.Advance(TimeSpan.FromSeconds(2));
        var back = await register.Now();
        Assert.Equal((false, Now.AddDays(3)), (back.IsStale, back.ByKey[Key].ReviewBy));
    }

    [Fact]
    public async Task Before_anything_is_known_nothing_is_made_up()
    {
        _line.IsCut = true;

        await Assert.ThrowsAsync<TimeoutException>(async () => await new PauseRegister(Reached, Service<Watchers>(), Clock).Now());
    }

    [Fact]
    public async Task Whoever_could_ask_before_can_still_ask_and_a_token_not_seen_before_cannot_be_told()
    {
        var token = await Done(new IssueToken { Name = "etl", Roles = Roles.Asker });
        var memory = new TokenMemory(Reached, Service<DeskStore>(), Service<Watchers>(), Clock, Service<SecurityLog>());
        Assert.Equal(Roles.Asker, (await memory.Recall(token.Secret, default))!.Actor.Limit);

        _line.IsCut = true;
        Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(Roles.Asker, (await memory.Recall(token.Secret, default))!.Actor.Limit);
        await Assert.ThrowsAsync<TimeoutException>(async () => await memory.Recall("never-seen", default));
    }

    [Fact]
    public async Task A_token_revoked_just_before_does_not_ask_on()
    {
        var token = await Done(new IssueToken { Name = "etl", Roles = Roles.Asker });
        var memory = new TokenMemory(Reached, Service<DeskStore>(), Service<Watchers>(), Clock, Service<SecurityLog>());
        await memory.Recall(token.Secret, default);
        await Done(new RevokeToken { Token = token.Id });

        _line.IsCut = true;

        await Assert.ThrowsAsync<TimeoutException>(async () => await memory.Recall(token.Secret, default));
    }

    [Fact]
    public async Task Every_other_use_of_a_token_ends_with_the_answer_to_its_revocation_too()
    {
        var token = await Done(new IssueToken { Name = "script", Roles = Roles.Responder });
        var memory = Service<TokenMemory>();
        Assert.Equal(Responder.Person, (await memory.Present(token.Secret, default))!.Actor.Person);

        await Done(new RevokeToken { Token = token.Id });

        Assert.Null(await memory.Present(token.Secret, default));
    }

    [Fact]
    public async Task A_token_that_expires_is_not_remembered_past_that()
    {
        var token = await Done(new IssueToken { Name = "script", Roles = Roles.Responder, ExpiresAt = Now.AddHours(1) });
        var memory = Service<TokenMemory>();
        Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        Assert.NotNull(await memory.Present(token.Secret, default));

        Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Null(await memory.Present(token.Secret, default));
    }

    /// <summary>The way to the database, which can be cut.</summary>
    sealed class Line
    {
        public bool IsCut { get; set; }

        public IServiceScopeFactory To(IServiceScopeFactory real) => new Scopes(this, real);

        sealed class Scopes(Line line, IServiceScopeFactory real) : IServiceScopeFactory
        {
            public IServiceScope CreateScope() =>
                line.IsCut ? throw new TimeoutException("The database does not answer.") : real.CreateScope();
        }
    }
}
