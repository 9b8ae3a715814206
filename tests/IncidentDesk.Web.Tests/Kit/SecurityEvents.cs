using System.Diagnostics;
using System.Text.Json.Nodes;

namespace IncidentDesk.Web.Tests.Kit;

/// <summary>Security events are written every two seconds; tests wait until they are there.</summary>
internal static class SecurityEvents
{
    public static async Task<JsonArray> Wait(HttpClient reader, string kind, int many, Action? meanwhile = null)
    {
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            var answer = await reader.GetStringAsync(new Uri($"/api/security-events?kind={kind}&limit=500", UriKind.Relative));
            var items = JsonNode.Parse(answer)!["items"]!.AsArray();
            if (items.Count >= many) return items;
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(1), $"Of {many} events {kind}: {answer}");
            meanwhile?.Invoke();
            await Task.Delay(50);
        }
    }
}
