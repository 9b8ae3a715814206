using System.Net;

namespace IncidentDesk.Cli.Tests.Kit;

/// <summary>Between the terminal and the desk: a line that breaks, a desk that is not well, and who is calling.</summary>
public sealed class LineTests : CliTest
{
    [Fact]
    public async Task When_the_line_breaks_after_the_desk_has_acted_the_second_attempt_changes_nothing()
    {
        using var line = new Line { Broken = [false, true] };
        await Run(["declare", "Once"], Token, http: line);
        var said = await Run(["declare", "Twice?"], Token, http: line);

        Assert.Equal((Exit.Done, "INC-2 is declared, SEV2.\n"), (said.Code, said.Out));
        Assert.Equal(3, line.Keys.Count);
        Assert.Equal(line.Keys[1], line.Keys[2]);
        Assert.NotEqual(line.Keys[0], line.Keys[1]);
        Assert.Equal(Exit.NotFound, (await Run("update", "3", "is there one?")).Code);
    }

    [Theory, InlineData("http://desk.example.org", true),
        InlineData("https://desk.example.org", false), InlineData("http://localhost:5000", false)]
    public async Task A_token_that_would_travel_in_the_open_is_warned_of(string address, bool warned)
    {
        using var desk = new Stub("""{"items":[]}""");

        var said = await Run(["pause", "list", "--url", address], Token, http: desk);
        var nobody = await Run(["pause", "list", "--url", address], null, http: desk);

        Assert.Equal(warned ? "Warning: the API token goes to desk.example.org over plain http, "
            + "where others on the network can read it. Use the https address of the desk.\n" : "", said.Err);
        Assert.Equal((Exit.Done, "None.\n", ""), (said.Code, said.Out, nobody.Err));
    }

    [Fact]
    public async Task A_desk_that_cannot_be_reached_is_said_plainly_with_the_key_to_repeat_under()
    {
        using var line = new Line { Broken = [true, true] };
        var said = await Run(["declare", "Nobody hears me", "--idempotency-key", "night-1"], Token, http: line);

        Assert.Equal(Exit.Unreachable, said.Code);
        Assert.Contains("It is not known whether anything was saved", said.Err, StringComparison.Ordinal);
        Assert.Contains("--idempotency-key night-1 is safe", said.Err, StringComparison.Ordinal);
        Assert.Empty(said.Out);
        Assert.Equal("INC-1 is declared, SEV2.\n", await Done("declare", "Nobody hears me", "--idempotency-key", "night-1"));
        Assert.Equal("INC-1 is declared, SEV2.\n", await Done("declare", "Nobody hears me", "--idempotency-key", "night-1"));
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, """{"detail":"Something broke."}""")]
    [InlineData(HttpStatusCode.BadGateway, "<html>")]
    [InlineData(HttpStatusCode.OK, "<html>the guest network wants a password</html>")]
    [InlineData(HttpStatusCode.Redirect, "")]
    public async Task What_is_no_well_desk_never_counts_as_done(HttpStatusCode status, string body)
    {
        using var line = new Line { Always = (status, body) };
        var said = await Run(["update", "1", "hello"], Token, http: line);

        Assert.Equal(Exit.Unreachable, said.Code);
        Assert.Contains("--idempotency-key", said.Err, StringComparison.Ordinal);
        Assert.Empty(said.Out);
    }

    [Fact]
    public async Task Without_a_valid_token_one_is_told_to_sign_in()
    {
        var (nobody, stranger) = (await Run(["declare", "Who am I?"], null), await Run(["declare", "Who am I?"], "idk_0000"));

        Assert.Equal((Exit.NotSignedIn, Exit.NotSignedIn), (nobody.Code, stranger.Code));
        Assert.Contains("send a valid API token", nobody.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("idk_0000", stranger.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_may_lie_in_a_file_and_is_never_printed()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Token + "\n", TestContext.Current.CancellationToken);
        var good = await Run(["declare", "By file", "--token-file", file], null);
        await File.WriteAllTextAsync(file, "two\nlines", TestContext.Current.CancellationToken);
        var bad = await Run(["declare", "By file", "--token-file", file], null);
        File.Delete(file);
        var gone = await Run(["declare", "By file", "--token-file", file], null);

        Assert.Equal((Exit.Done, Exit.Invalid, Exit.Invalid), (good.Code, bad.Code, gone.Code));
        Assert.DoesNotContain("two", bad.Err, StringComparison.Ordinal);
        Assert.Contains("There is no file", gone.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_before_anything_is_sent()
    {
        var said = await Run("declare", "Where?", "--url", "desk.example");

        Assert.Equal(Exit.Invalid, said.Code);
        Assert.StartsWith("Nothing was sent. 'desk.example' is not the address", said.Err, StringComparison.Ordinal);
    }

    /// <summary>The network, or one that loses the answer after the desk has acted.</summary>
    sealed class Line() : DelegatingHandler(new SocketsHttpHandler())
    {
        int _sent;
        public bool[] Broken { get; init; } = [];
        public (HttpStatusCode Status, string Body)? Always { get; init; }
        public List<string> Keys { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            Keys.Add(request.Headers.GetValues("Idempotency-Key").Single());
            if (Always is { } always) return new(always.Status) { Content = new StringContent(always.Body) };
            var answer = await base.SendAsync(request, ct);
            return Broken.ElementAtOrDefault(_sent++) ? throw new HttpRequestException("the connection was reset") : answer;
        }
    }
}
