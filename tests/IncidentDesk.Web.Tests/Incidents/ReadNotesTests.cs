using IncidentDesk.Web.Tests.Kit;
using IncidentDesk.Web.Tests.Surfaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IncidentDesk.Web.Tests.Incidents;

/// <summary>Who reads a private incident, wherever, is written down for its participants.</summary>
public sealed class ReadNotesTests : ColleaguesTest
{
    readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 12, 3, 10, 0, TimeSpan.Zero));

    protected override void Arrange(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(_clock);

    [Fact]
    public async Task Every_address_about_an_incident_writes_down_who_read_a_private_one()
    {
        var (number, key) = await Private();
        var missed = new List<string>();
        foreach (var path in Places.OfOneIncident.Values.Select(p => p[0]))
        {
            var before = await Noted(number);
            _clock.Advance(TimeSpan.FromMinutes(61));
            using var answer = await Api.GetAsync(new Uri(path.Replace("{n}", $"{number}").Replace("{p}", key), UriKind.Relative),
                HttpCompletionOption.ResponseHeadersRead);
            if ((int)answer.StatusCode >= 400) continue;
            if (await Noted(number) <= before) missed.Add(path);
        }

        Assert.Empty(missed);
        Assert.InRange(await Noted(number), 20, int.MaxValue);
    }

    [Fact]
    public async Task Reading_counts_once_an_hour_and_taking_a_file_each_time_and_a_stranger_hears_of_neither()
    {
        var (number, _) = await Private();
        using var stranger = await Colleague("Stig Stranger", "administrator");
        for (var n = 0; n < 3; n++)
        {
            await Get(Api, $"/api/incidents/{number}");
            await Get(Api, $"/api/incidents/{number}/export");
            Assert.Equal(404, (await Get(stranger, $"/api/incidents/{number}")).Status);
        }

        Assert.Equal(1, (await Counted(Api, number))["private-read"]);
        Assert.Equal(3, (await Counted(Api, number))["exported"]);
        Assert.Empty(await Counted(stranger, number));
        foreach (var kind in new[] { "private-read", "exported" })
            Assert.Empty((await Get(stranger, $"/api/security-events?kind={kind}")).Body!["items"]!.AsArray());
    }

    async Task<int> Noted(int number) => (await Counted(Api, number)).Values.Sum();

    async Task<Dictionary<string, int>> Counted(HttpClient reader, int number)
    {
        await Written();
        return (await Get(reader, $"/api/security-events?incident={number}&limit=500")).Body!["items"]!.AsArray()
            .GroupBy(e => (string)e!["kind"]!).ToDictionary(g => g.Key, g => g.Sum(e => (int)e!["times"]!));
    }

    /// <summary>What was noted up to now is in the table once an event noted now is.</summary>
    async Task Written()
    {
        var before = (await Get(Api, "/api/security-events?kind=token-refused&limit=500")).Body!["items"]!.AsArray().Count;
        using var nobody = Client("idk_nobody");
        await Get(nobody, "/api/incidents");
        await SecurityEvents.Wait(Api, "token-refused", before + 1, meanwhile: () => _clock.Advance(TimeSpan.FromSeconds(3)));
    }

    async Task<(int Number, string Key)> Private()
    {
        var declared = await Post(Api, "/api/incidents", new { title = "Hidden", severity = "SEV2", visibility = "private" });
        var number = (int)declared.Body!["number"]!;
        var pause = await Post(Api, "/api/pauses", new
        {
            key = "hidden-pause", target = "Capture", scope = "everything", mode = "block-new", reason = "Exposed", incident = number,
            reviewBy = _clock.GetUtcNow().AddDays(90), conditions = Array.Empty<object>(),
        });
        Assert.Equal(201, pause.Status);
        return (number, "hidden-pause");
    }
}
