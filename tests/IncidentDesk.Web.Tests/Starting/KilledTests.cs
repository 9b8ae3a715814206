using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IncidentDesk.Web.Tests.Starting;

/// <summary>A desk that is killed (SIGKILL) between the approval and the resuming of a pause.</summary>
public sealed partial class KilledTests : IDisposable
{
    const string Token = "a-token-for-tests-of-32-characters-or-more";
    readonly string _folder = Directory.CreateTempSubdirectory("incidentdesk-killed-").FullName;

    [Theory, InlineData(0), InlineData(3), InlineData(15)]
    public async Task One_outcome_is_left_and_the_second_person_can_go_on(int milliseconds)
    {
        string second;
        var desk = await Started();
        await using (desk.Process)
        {
            var admin = desk.Client(Token);
            second = await Colleague(admin);
            await Send(admin, "/api/pauses", new
            {
                key = "a", target = "Capture", scope = "everything", mode = "kill",
                reason = "Open", reviewBy = DateTimeOffset.UtcNow.AddDays(1)
            });
            await Send(admin, "/api/pauses/a/order", new { });
            await Send(admin, "/api/pauses/a/resume-approvals", new { reason = "Fixed" });
            // Its answer may be lost; that is the point.
            var resuming = desk.Client(second).PostAsJsonAsync("/api/pauses/a/resume", new { });
            await Task.Delay(milliseconds);
            await desk.Process.Dies();
            await resuming.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        var again = await Started();
        await using (again.Process)
        {
            var admin = again.Client(Token);
            var state = (string)(await Pause(admin))["state"]!;
            Assert.Contains(state, new[] { "resume-approved", "resumed" });
            if (state == "resume-approved") await Send(again.Client(second), "/api/pauses/a/resume", new { });

            var pause = await Pause(admin);
            Assert.Equal("resumed", (string)pause["state"]!);
            Assert.Equal(["proposed", "ordered", "resume approved", "resumed"],
                pause["history"]!.AsArray().Select(h => (string)h!["what"]!));
            Assert.Equal([1, 2, 3, 4], pause["history"]!.AsArray().Select(h => (int)h!["position"]!));
        }
    }

    async Task<(Started Process, Func<string, HttpClient> Client)> Started()
    {
        var process = Starting.Started.With([],
            ("ConnectionStrings__Desk", $"Data Source={Path.Combine(_folder, "desk.db")}"), ("Setup__ApiToken", Token));
        var address = new Uri(Address().Match(await process.Says("The desk is open at http://")).Value);
        return (process, token =>
        {
            var client = new HttpClient { BaseAddress = address };
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
            return client;
        });
    }

    static async Task<string> Colleague(HttpClient admin)
    {
        var invited = await Send(admin, "/api/people", new { name = "Sam Second", email = "sam@example.org", roles = "responder" });
        return (string)(await Send(admin, "/api/tokens",
            new { name = "test", roles = "responder", person = (string)invited["person"]! }))["secret"]!;
    }

    static async Task<JsonNode> Pause(HttpClient client) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri("/api/pauses/a", UriKind.Relative)))!;

    static async Task<JsonNode> Send(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [GeneratedRegex(@"http://[^\s]+")]
    private static partial Regex Address();
}
