using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IncidentDesk.Incidents.Numbering;
using IncidentDesk.People.Opening;
using IncidentDesk.Tests;
using IncidentDesk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentDesk.Browser.Tests.Kit;

/// <summary>The real host on a loopback port, with a folder of its own; it can go away and come back at the same address.</summary>
public sealed class RunningDesk : IAsyncDisposable
{
    const string Token = "a-token-for-journeys-of-32-characters-or-more";
    readonly string _folder = Directory.CreateTempSubdirectory("incidentdesk-journey-").FullName;
    readonly bool _opened;
    WebApplication? _app;

    RunningDesk(bool opened) => _opened = opened;

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>Arranges what a journey finds when it begins, as an administrator.</summary>
    public HttpClient Api { get; } = new();

    /// <param name="opened">False leaves the desk empty: nobody is on it, and it waits for its set-up link.</param>
    public static async Task<RunningDesk> Start(bool opened = true)
    {
        var desk = new RunningDesk(opened);
        await desk.Begin();
        desk.Api.BaseAddress = desk.Address;
        desk.Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return desk;
    }

    /// <summary>Listens at the address it had before, if it had one.</summary>
    public async Task Begin()
    {
        _app = DeskHost.Build(["--environment", "Development"], builder =>
        {
            builder.WebHost.UseUrls(Address.ToString());
            builder.Logging.ClearProviders();
            builder.Configuration["ConnectionStrings:Desk"] = $"Data Source={Path.Combine(_folder, "desk.db")}";
            builder.Services.AddSingleton<IncidentNumbers, ConsecutiveNumbers>();
            if (_opened) builder.Configuration["Setup:ApiToken"] = Token;
        });
        await DeskHost.Open(_app);
        await _app.StartAsync();
        Address = new(_app.Urls.First());
    }

    public async Task End()
    {
        if (Interlocked.Exchange(ref _app, null) is not { } app) return;
        await app.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>The one-time link of an empty desk, made anew as every start does.</summary>
    public async Task<string> SetUpLink() =>
        "/set-up/" + (await _app!.Services.GetRequiredService<IncidentDesk.Door.Desk>()
            .Do(new OpenDesk(), Actor.Nobody with { Via = "set-up" })).Value!.Secret;

    /// <summary>Sends a command that must be carried out.</summary>
    public async Task<JsonNode> Post(string path, object body)
    {
        using var answer = await Api.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path} answered {(int)answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    static string Long(int n) => $"features_with_a_name_that_does_not_end_{n % 9}";

    /// <summary>A catalogue of Hive tables <c>hive://warehouse/mci_07.events_00001</c> and so on, and what is made of them.</summary>
    public async Task Catalogue(int tables)
    {
        var rows = Enumerable.Range(1, tables).Select(
            n => $"hive://warehouse/mci_{n % 12:00}.events_{n:00000},table,mci_{n % 12:00},workforce-tooling,capture;internal,yes,");
        var made = Enumerable.Range(1, tables / 2).Select(n =>
            $"hive://warehouse/{Long(n)}.daily_{n:00000},feature-table,{Long(n)},,ml,{(n % 2 == 0 ? "yes" : "unknown")},"
                + $"hive://warehouse/mci_{n % 12:00}.events_{n:00000};"
                + (n % 4 == 0 ? $"crm://unknown/export_{n}" : $"hive://warehouse/{Long(n - 1)}.daily_{n - 1:00000}"));
        using var csv = new StringContent(
            string.Join('\n', ["key,kind,container,owner,labels,people_data,upstreams", .. rows, .. made]),
            new MediaTypeHeaderValue("text/csv"));
        using var answer = await Api.PostAsync(new Uri("/api/assets/imports?format=csv", UriKind.Relative), csv);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await End();
        Api.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
