using System.Net;

namespace IncidentDesk.Cli.Tests.Pauses;

/// <summary>Only one exit code lets something run: 1, and only on the desk's own word.</summary>
public sealed class PausedVerbTests
{
    static Task<CliResult> Asked(HttpStatusCode status, string body, params string[] more) =>
        CliResult.By(["paused", "mci", "--url", "http://desk.example", .. more], http: new Answering(status, body));

    [Fact]
    public async Task Paused_is_0_and_known_not_to_be_paused_is_1()
    {
        Assert.Equal(0, (await Asked(HttpStatusCode.OK, """{"key":"mci","paused":true,"state":"ordered"}""")).Code);
        Assert.Equal(1, (await Asked(HttpStatusCode.OK, """{"key":"mci","paused":false,"state":"resumed"}""")).Code);
        Assert.Equal((1, "This part of mci was resumed; the rest stays paused.\n"),
            await Asked(HttpStatusCode.OK, """{"key":"mci","paused":false,"partResumed":true,"state":"ordered"}""",
                "--target", "pipeline:clean-1") is var said ? (said.Code, said.Out) : default);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "")]
    [InlineData(HttpStatusCode.OK, "{}")]
    [InlineData(HttpStatusCode.OK, """{"paused":"false"}""")]
    [InlineData(HttpStatusCode.OK, "<html>Sign in</html>")]
    [InlineData(HttpStatusCode.NotFound, """{"detail":"There is no such pause."}""")]
    [InlineData(HttpStatusCode.Unauthorized, """{"detail":"Sign in."}""")]
    [InlineData(HttpStatusCode.Conflict, """{"detail":"Says something between."}""")]
    [InlineData(HttpStatusCode.PreconditionFailed, "")]
    [InlineData(HttpStatusCode.UnprocessableEntity, """{"detail":"Says something between."}""")]
    [InlineData(HttpStatusCode.BadGateway, "")]
    public async Task Whatever_else_is_answered_lets_nothing_run(HttpStatusCode status, string body)
    {
        Assert.InRange((await Asked(status, body)).Code, 2, 5);
    }

    sealed class Answering(HttpStatusCode status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });
    }
}
