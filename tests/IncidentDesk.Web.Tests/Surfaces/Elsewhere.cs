namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>Another desk, from which incidents come.</summary>
internal sealed class Elsewhere : HostTest
{
    /// <summary>The exports of incidents declared there with these titles.</summary>
    public static async Task<IReadOnlyList<string>> Exports(params string[] titles)
    {
        await using var there = new Elsewhere();
        await there.InitializeAsync();
        var exports = new List<string>();
        foreach (var title in titles)
        {
            var declared = await Post(there.Api, "/api/incidents", new { title });
            exports.Add(await there.Api.GetStringAsync(new Uri($"/api/incidents/{declared.Body!["number"]}/export", UriKind.Relative)));
        }
        return exports;
    }
}
