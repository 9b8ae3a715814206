namespace IncidentDesk.Cli.Tests.People;

public sealed class PeopleVerbTests : CliTest
{
    [Fact]
    public async Task People_are_invited_named_given_roles_and_shut_out()
    {
        await Done("declare", "Tables open");
        Assert.Matches(@"^Ada is invited as .*\n/invitation/\S+\n$",
            await Done("people", "invite", "ada@example.org", "--name", "Ada", "--roles", "responder"));

        Assert.Contains("comms, privacy", await Done("people", "roles", "ada@example.org", "comms,privacy"), StringComparison.Ordinal);
        await Done("role", "assign", "1", "commander", "ADA");
        Assert.Contains("role commander, ", await Done("incident", "show", "1"), StringComparison.Ordinal);
        await Done("people", "deactivate", "Ada");

        Assert.Matches(@"(?m)^Ada +ada@example\.org +comms, privacy +no ", await Done("people", "list"));
        await Done("people", "reactivate", "Ada");
        Assert.Equal(Exit.Invalid, (await Run("participant", "add", "1", "Eve")).Code);
    }

    [Fact]
    public async Task A_token_is_shown_once_and_opens_nothing_once_revoked()
    {
        var token = await Somebody("reader", "viewer");
        Assert.Equal(Exit.Done, (await Run(["incident", "list"], token)).Code);
        Assert.Equal(Exit.Done, (await Run(["declare", "May I?"], token)).Code);
        Assert.Equal(Exit.NotFound, (await Run(["update", "1", "May I?"], token)).Code);

        var issued = await Done("token", "issue", "nightly", "--roles", "viewer", "--idempotency-key", "t1");
        var again = await Run("token", "issue", "nightly", "--roles", "viewer", "--idempotency-key", "t1");
        var (id, secret) = (issued.Split(' ')[1], issued.TrimEnd().Split('\n')[^1]);
        await Done("token", "revoke", id);

        Assert.Equal(Exit.Refused, again.Code);
        Assert.Contains("cannot be shown again", again.Err, StringComparison.Ordinal);
        Assert.Equal(Exit.NotSignedIn, (await Run(["incident", "list"], secret)).Code);
        Assert.DoesNotContain(secret, await Done("token", "list"), StringComparison.Ordinal);
    }
}
