using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Resuming;
using IncidentDesk.People;
using IncidentDesk.People.Tokens;

namespace IncidentDesk.Tests.People.Tokens;

/// <summary>An administrator who makes a token for somebody else has seen its secret; it does not make them that person.</summary>
public sealed class TokensForOthersTests : AccountTest
{
    Actor AsThemselves => Responder with { Via = Actor.Page };

    [Fact]
    public async Task A_token_made_for_somebody_else_opens_nothing_until_they_confirm_it_in_a_session()
    {
        var made = (await Do(new IssueToken { Name = "theirs", Roles = Roles.Responder, Person = Responder.Person }, Admin)).Value!;
        Assert.True(made.Waits);
        Assert.Null(await Presented(made.Secret));
        Assert.Equal((true, "Ada Admin"), Assert.Single(await Rows()) is var row ? (row.Waits, row.OfferedBy) : default);

        var byToken = Responder with { Via = "api: other", Session = null, Token = made.Id };
        Actor[] others = [Admin with { Via = Actor.Page }, Second with { Via = Actor.Page }, byToken];
        foreach (var other in others)
            Assert.IsType<Refusal.NotFound>((await Do(new ConfirmToken { Token = made.Id }, other)).Refusal);
        Assert.Null(await Presented(made.Secret));

        Assert.True((await Do(new ConfirmToken { Token = made.Id }, AsThemselves)).Done);
        Assert.Equal(Responder.Person, (await Presented(made.Secret))!.Actor.Person);
        Assert.Equal(new ApiToken.TokenConfirmedBefore("theirs"), (await Do(new ConfirmToken { Token = made.Id }, AsThemselves)).Refusal);
    }

    [Fact]
    public async Task What_was_revoked_is_not_confirmed()
    {
        var made = await Done(new IssueToken { Name = "theirs", Roles = Roles.Responder, Person = Responder.Person }, Admin);
        await Done(new RevokeToken { Token = made.Id });

        Assert.Equal(new ApiToken.TokenRevokedBefore("theirs"), (await Do(new ConfirmToken { Token = made.Id }, AsThemselves)).Refusal);
    }

    [Fact]
    public async Task A_token_for_a_machine_works_at_once_and_reads_nothing()
    {
        foreach (var purpose in new[] { Roles.Asker, Roles.Lineage })
        {
            var made = await Done(new IssueToken { Name = "pipeline", Roles = purpose, Person = Responder.Person }, Admin);
            Assert.Equal((false, purpose), (made.Waits, (await Presented(made.Secret))!.Actor.Limit));
        }
    }

    [Fact]
    public async Task One_makes_tokens_for_oneself_without_confirming_them() =>
        Assert.NotNull(await Presented((await Done(new IssueToken { Name = "mine", Roles = Roles.Responder })).Secret));

    [Fact]
    public async Task A_confirmed_token_that_another_person_made_signs_for_nobody()
    {
        await Done(new ProposePause
        {
            Key = "mci", Target = "Capture", Scope = "all", Mode = PauseMode.Kill, Reason = "Open", ReviewBy = Now.AddDays(2)
        });
        await Done(new OrderPause { Key = "mci" });
        var made = await Done(new IssueToken { Name = "theirs", Roles = Roles.Responder, Person = Responder.Person }, Admin);
        await Done(new ConfirmToken { Token = made.Id }, AsThemselves);
        var by = (await Presented(made.Secret))!.Actor;

        Assert.True((await Do(new DeclareIncident { Title = "It works" }, by)).Done);
        Assert.IsType<TokenDoesNotSign>((await Do(new ApproveResume { Key = "mci", Reason = "Fixed" }, by)).Refusal);
        await Done(new ApproveResume { Key = "mci", Reason = "Fixed" }, Leader);
        Assert.IsType<TokenDoesNotSign>((await Do(new ResumePause { Key = "mci" }, by)).Refusal);
        Assert.True((await Do(new ResumePause { Key = "mci" })).Done);
    }

    Task<PresentedToken?> Presented(string secret) =>
        Read((db, _) => TokenQueries.Present(db, secret, Clock.GetUtcNow(), default), Actor.Nobody);

    Task<IReadOnlyList<TokenRow>> Rows() => Read((db, caller) => TokenQueries.Of(db, caller, Responder.Person));
}
