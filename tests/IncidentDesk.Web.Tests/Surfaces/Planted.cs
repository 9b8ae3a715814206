using System.Text.Json.Nodes;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>
/// Two private incidents with everything an incident can have, each piece of it carrying a
/// word that stands nowhere else.
/// </summary>
internal sealed class Planted(Func<string, object?, Task<JsonNode>> post, string colleague)
{
    /// <summary>Guessed by nobody, changed by no encoding.</summary>
    public const string Word = "qxvortikulon";

    /// <summary>The window of exposure begins in a year that nothing else mentions.</summary>
    public const string Year = "1987";

    /// <summary>The first is private from its declaration, the second was open to everybody until it was made private.</summary>
    public static readonly int[] Numbers = [1, 2];

    public async Task Plant()
    {
        await post("/api/incidents", new { title = $"Exposed {Word}", summary = $"Of {Word}", visibility = "private", severity = "SEV1" });
        await post("/api/incidents", new { title = $"Exposed again {Word}", summary = $"Of {Word}", severity = "SEV1" });
        foreach (var number in Numbers) await Fill(number);
        await post("/api/incidents/2/visibility", new { visibility = "private", reason = Word });
        await post("/api/incidents", new { title = $"The same again {Word}", visibility = "private" });
        await post("/api/incidents/3/merge", new { into = 1, reason = Word });
    }

    async Task Fill(int number)
    {
        var at = $"/api/incidents/{number}";
        await post($"{at}/updates", new { text = $"Read **{Word}**" });
        await post($"{at}/updates", new { text = $"Counsel on {Word}", privileged = true });
        await post($"{at}/corrections",
            new { position = (await post($"{at}/updates", new { text = "Wrong" }))["position"], text = $"Right {Word}", reason = Word });
        await post($"{at}/roles", new { role = "commander", person = colleague });
        await post($"{at}/closing", new { item = "containment", state = "waived", reason = Word });
        await post($"{at}/milestones", new { milestone = "started", at = "2026-06-11T00:00:00Z", reason = Word });
        await post($"{at}/severity", new { severity = "SEV0", reason = Word });
        await post($"{at}/status", new { status = "contained" });
        await post($"{at}/assets", new { pattern = "hive://*", exposedFrom = $"{Year}-03-04T05:06:07Z" });
        await post($"{at}/evidence/readers", new { all = true, group = Word, source = Word });
        await post($"{at}/evidence/accesses", new { all = true, source = Word, evidence = Word });
        await post($"{at}/tasks", new { title = $"Ask about {Word}", dueAt = "2026-06-12T03:11:00Z" });
        await post($"{at}/statements", new { audience = "press", text = $"We say {Word}" });
        await post($"{at}/statements/S1/publications", new { version = 1, channel = Word });
        await post("/api/reviews/capture/searches", new { kind = "dpia", searched = Word, lookedBy = Word, incident = number });
        await post("/api/pauses", new
        {
            key = $"hidden-{number}", incident = number, target = Word, scope = Word, mode = "kill",
            reason = Word, reviewBy = "2026-06-12T03:12:00Z", conditions = new[] { Word }
        });
        await post($"/api/pauses/hidden-{number}/order", new { authority = Word });
    }
}
