using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IncidentDesk.Door;
using IncidentDesk.Incidents.Numbering;
using IncidentDesk.People.Tokens;
using IncidentDesk.Record.Sql;
using IncidentDesk.Tests;
using IncidentDesk.Web.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentDesk.Web.Tests;

/// <summary>
/// The real host on a free loopback port, with a database of its own (see
/// <see cref="TestDatabase"/>) and an administrator's token.
/// </summary>
[Trait("On", "both databases")]
public abstract class HostTest : IAsyncLifetime
{
    protected const string Token = "a-token-for-tests-of-32-characters-or-more";
    TestDatabase _database = null!;
    WebApplication _app = null!;

    /// <summary>Signed in with a token that may do everything.</summary>
    protected HttpClient Api { get; private set; } = null!;

    /// <summary>Where the host listens.</summary>
    protected Uri Address => new(_app.Urls.First());

    /// <summary>Not signed in; does not follow redirects.</summary>
    protected HttpClient Anonymous { get; private set; } = null!;

    protected IncidentDesk.Door.Desk Desk => _app.Services.GetRequiredService<IncidentDesk.Door.Desk>();
    protected IServiceProvider Services => _app.Services;

    public virtual async ValueTask InitializeAsync()
    {
        _database = await Beginning();
        _app = await Host();
        Api = Client(Token);
        Anonymous = Client(null);
    }

    /// <summary>Another host on this test's database: beside the first where several share one, after it has ended on a file.</summary>
    protected async Task<WebApplication> Another()
    {
        if (!TestDatabase.IsPostgres) await _app.DisposeAsync();
        return await Host();
    }

    async Task<WebApplication> Host()
    {
        var host = DeskHost.Build(["--environment", "Development"], builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            builder.Configuration["ConnectionStrings:Desk"] = _database.ConnectionString;
            builder.Configuration["Setup:ApiToken"] = Token;
            if (NumbersInOrder) builder.Services.AddSingleton<IncidentNumbers, ConsecutiveNumbers>();
            Arrange(builder);
        });
        await DeskHost.Open(host);
        await host.StartAsync();
        return host;
    }

    protected virtual void Arrange(WebApplicationBuilder builder) { }

    /// <summary>The database before the desk is opened; it is thrown away at the end.</summary>
    private protected virtual async Task<TestDatabase> Beginning() => (await TestTemplate.Schema.Copy()).Database;

    /// <summary>Whether incidents are called 1, 2, 3.</summary>
    private protected virtual bool NumbersInOrder => true;

    /// <summary>A client with this bearer token, or none; it opens pages in a browser of its person, see <see cref="BrowserOf"/>.</summary>
    protected HttpClient Client(string? token)
    {
        // Who asks whether to send a large body waits for the answer, however slow the machine is: by default for a second only.
        var client = new HttpClient(new BrowserOf(Services, new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(1)
        })) { BaseAddress = Address };
        if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>The cookie of a session in which the person of <see cref="Api"/> is at a browser.</summary>
    protected async Task<string> Session() => await BrowserOf.Begin(Services,
        (await Services.GetRequiredService<TokenMemory>().Present(Token, default))!.Actor.Person);

    /// <summary>Sends JSON and reads the JSON answer, whatever its status.</summary>
    protected static async Task<(int Status, JsonNode? Body, HttpResponseHeaders Headers)> Post(
        HttpClient client, string path, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), answer.Headers);
    }

    protected static async Task<(int Status, JsonNode? Body)> Get(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Api.Dispose();
        Anonymous.Dispose();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}
