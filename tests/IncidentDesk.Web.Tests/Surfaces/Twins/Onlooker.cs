using System.Net.Http.Json;
using System.Text;

namespace IncidentDesk.Web.Tests.Surfaces.Twins;

/// <summary>Somebody with every role at one of the twins, who looks at everything there is and listens all the time.</summary>
internal sealed class Onlooker : IAsyncDisposable
{
    /// <summary>Every address that never ends.</summary>
    public static readonly string[] Streams = ["/api/incidents/stream", "/api/incidents/{number}/stream", "/ofrep/v1/events"];

    readonly List<Ear> _ears = [];
    int _marks;

    public required Twin Desk { get; init; }
    public required Scene Scene { get; init; }
    public required HttpClient Client { get; init; }

    public string Heard => string.Join("\n====\n", _ears.Select(e => e.Heard));

    /// <summary>How many each of <see cref="Streams"/> has told.</summary>
    public IReadOnlyList<int> Events => [.. _ears.Select(e => e.Events)];

    public static async Task<Onlooker> At(Twin desk, Scene scene)
    {
        var onlooker = new Onlooker { Desk = desk, Scene = scene, Client = desk.As(scene.Stranger) };
        var flags = await desk.Sent(onlooker.Client, "/ofrep/v1/evaluate/flags", new { });
        foreach (var address in new[]
        {
            "/api/incidents/stream", $"/api/incidents/{scene.Marker}/stream",
            (string)flags["eventStreams"]![0]!["endpoint"]!["requestUri"]!,
        })
            onlooker._ears.Add(await Ear.At(onlooker.Client, address));
        // The machines' stream says once what there is; the others listen since they were opened.
        while (onlooker._ears[^1].Events == 0) await Task.Delay(2, TestContext.Current.CancellationToken);
        return onlooker;
    }

    /// <summary>
    /// Something open is recorded that each stream tells: the board twice. Whatever came before it has been told when that is heard.
    /// </summary>
    public async Task Mark()
    {
        _marks++;
        await Desk.Sent(Client, $"/api/incidents/{Scene.Marker}/updates", new { text = $"Mark {_marks}" });
        await Desk.Sent(Client, $"/api/pauses/{Scene.MarkerPause}/cost", new { text = $"Mark {_marks}", certainty = "unknown" });
    }

    /// <summary>Those who work in private show up at both desks: when a token was used last is no secret of an incident.</summary>
    public async Task ShowUp()
    {
        foreach (var token in new[] { Scene.Paula, Scene.Second })
        {
            using var client = Desk.As(token);
            using var answer = await client.GetAsync(new Uri("/api/playbooks", UriKind.Relative));
            Assert.True(answer.IsSuccessStatusCode);
        }
    }

    public async Task<Told> Read(string place)
    {
        using var answer = await Client.GetAsync(
            new Uri(place.Replace("{who}", Scene.PaulaId, StringComparison.Ordinal), UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead);
        return await Told.By(answer);
    }

    public async Task<Told> Send(Step step, HttpClient? by = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, step.Path);
        request.Content = step.Body is not string text ? JsonContent.Create(step.Body) : new StringContent(text, Encoding.UTF8,
            step.Path.StartsWith("/api/incidents/imports", StringComparison.Ordinal) ? "application/json" : "text/csv");
        using var answer = await (by ?? Client).SendAsync(request);
        return await Told.By(answer, byTheLetter: step.Path.StartsWith("/ofrep", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var ear in _ears) await ear.DisposeAsync();
        Client.Dispose();
        await Desk.DisposeAsync();
    }
}
