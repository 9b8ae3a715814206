using System.Text;
using System.Text.Json.Nodes;
using IncidentDesk.Web.Tests.Kit;
using IncidentDesk.Web.Tests.People;
using Microsoft.Extensions.Time.Testing;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>A desk on which every command of <see cref="Steps"/> can be carried out.</summary>
public abstract class StepTest : ColleaguesTest
{
    protected static readonly DateTimeOffset Now = new(2026, 6, 12, 3, 10, 0, TimeSpan.Zero);

    protected FakeTimeProvider Clock { get; } = new(Now);

    protected override void Arrange(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(Clock);

    /// <summary>Arranges that every command can be carried out.</summary>
    private protected async Task<Steps> Ready()
    {
        var paula = await Invited("Paula");
        using var browser = new Browser(Address);
        await browser.Join($"/invitation/{paula["secret"]}", Now);
        var token = (await Post(Api, "/api/tokens", new { name = "Spare", roles = "viewer" })).Body!;
        foreach (var title in new[] { "First", "Second", "Third" }) await Post(Api, "/api/incidents", new { title });
        await Post(Api, "/api/pauses",
            new { key = "spare", target = "t", scope = "s", mode = "drain", reason = "r", reviewBy = "2026-07-01T00:00:00Z" });
        await using var elsewhere = new Elsewhere();
        await elsewhere.InitializeAsync();
        return new((string)paula["person"]!, (string)(await Invited("Quentin"))["person"]!, (string)token["id"]!,
            await elsewhere.Export("Came from elsewhere"), await elsewhere.Export("Another one"));
    }

    protected async Task<JsonNode> Invited(string name) =>
        (await Post(Api, "/api/people", new { name, email = $"{name}@example.org", roles = "responder" })).Body!;

    private protected static async Task<Answered> Send(HttpClient by, string path, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = body is not string text ? JsonContent.Create(body)
            : new StringContent(text, Encoding.UTF8, path.Contains("/imports", StringComparison.Ordinal)
                && !path.StartsWith("/api/incidents/imports", StringComparison.Ordinal) ? "text/csv" : "application/json");
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var answer = await by.SendAsync(request);
        return new((int)answer.StatusCode, answer.Headers.Location?.ToString(),
            answer.Headers.ETag?.Tag, await answer.Content.ReadAsStringAsync());
    }

    private protected sealed record Answered(int Status, string? Location, string? Tag, string Body);

    /// <summary>Another desk, from which incidents come.</summary>
    sealed class Elsewhere : HostTest
    {
        readonly FakeTimeProvider _clock = new(Now);

        protected override void Arrange(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(_clock);

        public async Task<string> Export(string title)
        {
            var declared = await Post(Api, "/api/incidents", new { title });
            using var answer = await Api.GetAsync(new Uri($"/api/incidents/{declared.Body!["number"]}/export", UriKind.Relative));
            return await answer.Content.ReadAsStringAsync();
        }
    }
}
