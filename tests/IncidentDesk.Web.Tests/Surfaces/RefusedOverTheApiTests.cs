using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>The refusals a desk stands or falls by, to machines.</summary>
public sealed class RefusedOverTheApiTests : ColleaguesTest
{
    [Theory, InlineData(""), InlineData("   "), InlineData(null)]
    public async Task A_title_that_is_none_is_refused_by_its_field_and_nothing_is_declared(string? title)
    {
        using var remy = await Colleague("Remy", "responder");

        var (status, problem, _) = await Post(remy, "/api/incidents", new { title = title ?? new string('x', 10_000), severity = "SEV2" });

        Assert.Equal((400, "invalid"), (status, (string)problem!["code"]!));
        Assert.Equal("title", problem["errors"]!.AsObject().Single().Key);
        Assert.Empty((await Get(remy, "/api/incidents")).Body!["items"]!.AsArray());
    }

    [Fact]
    public async Task What_one_person_paused_takes_two_to_resume()
    {
        using var remy = await Colleague("Remy", "responder");
        using var sam = await Colleague("Sam", "responder");
        await Post(remy, "/api/pauses", new
        {
            key = "mci", target = "Capture", scope = "All", mode = "kill",
            reason = "Open", reviewBy = DateTimeOffset.UtcNow.AddDays(1)
        });
        Assert.Equal(200, (await Post(remy, "/api/pauses/mci/order", null)).Status);
        await Post(remy, "/api/pauses/mci/resume-approvals", new { reason = "Fixed" });

        var (status, problem, _) = await Post(remy, "/api/pauses/mci/resume", null);

        Assert.Equal((409, "second-person-needed"), (status, (string)problem!["code"]!));
        Assert.Equal("resume-approved", (string)(await Get(remy, "/api/pauses/mci")).Body!["state"]!);
        Assert.Equal(200, (await Post(sam, "/api/pauses/mci/resume", null)).Status);
    }

    [Fact]
    public async Task A_private_incident_is_no_more_there_for_a_stranger_than_one_that_never_was()
    {
        using var remy = await Colleague("Remy", "responder");
        using var stranger = await Colleague("Stig", "responder");
        await Post(remy, "/api/incidents", new { title = "Somebody read the diary", visibility = "private" });

        var (hidden, missing) = (await Get(stranger, "/api/incidents/1"), await Get(stranger, "/api/incidents/99"));

        Assert.Equal((404, 404), (hidden.Status, missing.Status));
        Assert.Equal(missing.Body!.ToJsonString().Replace("INC-99", "INC-1", StringComparison.Ordinal), hidden.Body!.ToJsonString());
        Assert.Equal(404, (await Post(stranger, "/api/incidents/1/updates", new { text = "I know" })).Status);
        Assert.Equal(1, (int)(await Get(remy, "/api/incidents/1")).Body!["position"]!);
    }
}
