using IncidentDesk.People;
using IncidentDesk.People.Opening;
using IncidentDesk.People.Tokens;

namespace IncidentDesk.Tests.People.Tokens;

public sealed class TokenTests : DeskTest
{
    [Fact]
    public async Task A_token_speaks_for_its_person_with_its_own_roles_only()
    {
        var issued = (await Do(new IssueToken { Name = "scanner ", Roles = Roles.Responder }, Stranger)).Value!;

        var presented = await Present(issued.Secret);

        Assert.StartsWith("idk_", issued.Secret, StringComparison.Ordinal);
        Assert.Equal(Now.AddYears(1), issued.ExpiresAt);
        Assert.Equal(new Actor(Stranger.Person, "api: scanner") { Limit = Roles.Responder, Token = issued.Id }, presented!.Actor);
    }

    [Fact]
    public async Task A_token_opens_nothing_once_expired_or_revoked()
    {
        var brief = await Done(new IssueToken { Name = "brief", Roles = Roles.Responder, ExpiresAt = Now.AddHours(1) });
        var revoked = await Done(new IssueToken { Name = "revoked", Roles = Roles.Responder });
        Assert.NotNull(await Present(brief.Secret));

        Assert.True((await Do(new RevokeToken { Token = revoked.Id })).Done);
        Clock.Advance(TimeSpan.FromHours(1));

        Assert.Null(await Present(brief.Secret));
        Assert.Null(await Present(revoked.Secret));
        Assert.Equal(new ApiToken.TokenRevokedBefore("revoked"), (await Do(new RevokeToken { Token = revoked.Id })).Refusal);
    }

    [Fact]
    public async Task Nobody_gives_a_token_roles_they_do_not_hold()
    {
        var wider = await Do(new IssueToken { Name = "wider", Roles = Roles.Responder | Roles.Administrator });
        var through = await Do(new IssueToken { Name = "through a token", Roles = Roles.Privacy }, Stranger with { Limit = Roles.Viewer });

        Assert.Equal(new TokenExceedsRoles(Roles.Administrator), wider.Refusal);
        Assert.Equal(new TokenExceedsRoles(Roles.Privacy), through.Refusal);
    }

    [Fact]
    public async Task Only_an_administrator_makes_a_token_for_somebody_else()
    {
        var asked = await Do(new IssueToken { Name = "theirs", Roles = Roles.Responder, Person = Second.Person });
        var made = await Do(new IssueToken { Name = "theirs", Roles = Roles.Asker, Person = Second.Person }, Admin);

        Assert.IsType<Refusal.NotFound>(asked.Refusal);
        Assert.Equal(Second.Person, (await Present(made.Value!.Secret))!.Actor.Person);
    }

    [Fact]
    public async Task A_token_of_somebody_else_is_neither_listed_nor_revoked()
    {
        var issued = await Done(new IssueToken { Name = "mine", Roles = Roles.Responder });

        Assert.IsType<Refusal.NotFound>((await Do(new RevokeToken { Token = issued.Id }, Second)).Refusal);
        Assert.Empty(await Read((db, caller) => TokenQueries.Of(db, caller, Responder.Person), Second));
        Assert.Equal("mine", Assert.Single(await Read((db, caller) => TokenQueries.Of(db, caller, Responder.Person))).Name);
        Assert.Equal("mine", Assert.Single(await Read((db, caller) => TokenQueries.Of(db, caller, Responder.Person), Admin)).Name);
    }

    [Fact]
    public async Task The_day_of_the_last_use_is_kept_and_no_more()
    {
        var issued = await Done(new IssueToken { Name = "daily", Roles = Roles.Responder });
        Assert.Null((await Present(issued.Secret))!.LastUsed);

        await Do(new NoteTokenUse { Token = issued.Id });

        Assert.Equal(new DateOnly(2026, 6, 12), (await Present(issued.Secret))!.LastUsed);
        Assert.IsType<Refusal.NotFound>((await Do(new NoteTokenUse { Token = issued.Id }, Second)).Refusal);
    }

    [Fact]
    public async Task A_token_without_a_name_or_roles_or_for_ever_is_refused()
    {
        var outcome = await Do(new IssueToken { ExpiresAt = Now.AddYears(3) });

        Assert.Equal(["expiresAt", "name", "roles"], Assert.IsType<Refusal.Invalid>(outcome.Refusal).Fields.Keys.Order());
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_makes_and_ends_no_tokens()
    {
        Assert.IsType<Refusal.NotSignedIn>((await Do(new IssueToken { Name = "x", Roles = Roles.Viewer }, Actor.Nobody)).Refusal);
        Assert.IsType<Refusal.NotSignedIn>((await Do(new RevokeToken { Token = Guid.NewGuid() }, Actor.Nobody)).Refusal);
        Assert.IsType<Refusal.NotSignedIn>((await Do(new NoteTokenUse { Token = Guid.NewGuid() }, Actor.Nobody)).Refusal);
    }

    [Fact]
    public async Task A_desk_that_has_people_is_not_opened_by_a_token_in_the_configuration()
    {
        var late = await Do(new OpenDeskWithToken { Token = new(new string('k', 32)) }, Actor.Nobody);
        var shortOne = await Do(new OpenDeskWithToken { Token = new("hunter2") }, Actor.Nobody);

        Assert.IsType<DeskIsOpen>(late.Refusal);
        Assert.Contains("fewer than 32 characters",
            Assert.IsType<Refusal.Invalid>(shortOne.Refusal).Fields["token"][0], StringComparison.Ordinal);
    }

    Task<PresentedToken?> Present(string secret) =>
        Read((db, _) => TokenQueries.Present(db, secret, Clock.GetUtcNow(), default), Actor.Nobody);
}
