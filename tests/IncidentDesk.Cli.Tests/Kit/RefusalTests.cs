using System.Net;
using IncidentDesk.Tests.House;
using IncidentDesk.Web;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Cli.Tests.Kit;

/// <summary>Whatever the desk refuses, the terminal says so in its own words and ends with a code that is not 0.</summary>
public sealed class RefusalTests
{
    static readonly IReadOnlyList<Refusal> All = RefusalSamples.In(typeof(Refusal).Assembly, typeof(DeskHost).Assembly);

    [Fact]
    public async Task The_terminal_says_every_refusal_and_names_each_field()
    {
        Assert.True(All.Count >= 10);
        foreach (var refusal in All)
        {
            using var desk = new Refusing(refusal);
            var said = await CliResult.By(["update", "7", "hello"], http: desk);

            Assert.Equal(Expected(refusal), said.Code);
            Assert.StartsWith(refusal.Why + "\n", said.Err, StringComparison.Ordinal);
            foreach (var (field, reasons) in (refusal as Refusal.Invalid)?.Fields ?? new Dictionary<string, string[]>())
                Assert.Contains($": {string.Join(' ', reasons)}\n", said.Err, StringComparison.Ordinal);
            Assert.Empty(said.Out);
        }
    }

    static int Expected(Refusal refusal) => refusal switch
    {
        Refusal.Invalid or Refusal.Unreadable or Refusal.TooLarge => 2,
        Refusal.NotSignedIn => 3,
        Refusal.NotFound => 4,
        _ => 1,
    };

    /// <summary>Answers as the API does when the desk refuses.</summary>
    sealed class Refusing(Refusal refusal) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            using var body = new MemoryStream();
            await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
            var http = new DefaultHttpContext { RequestServices = services, Response = { Body = body } };
            await refusal.ToResult().ExecuteAsync(http);
            return new((HttpStatusCode)http.Response.StatusCode)
            {
                Content = new ByteArrayContent(body.ToArray()) { Headers = { { "Content-Type", http.Response.ContentType } } },
            };
        }
    }
}
