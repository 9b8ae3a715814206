using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.Pauses;

/// <summary>Two people are needed, however somebody comes: with two accounts, by page or by API, or with an answer of yesterday.</summary>
public sealed class FourEyesTests : ColleaguesTest
{
    [Fact]
    public async Task Over_the_api_two_accounts_of_one_person_are_one_and_a_second_person_resumes()
    {
        var (sam, night) = await ApprovedBySam("a");

        var refused = await Post(night, "/api/pauses/a/resume", null);

        Assert.Equal((409, "one-person-twice"), (refused.Status, (string)refused.Body!["code"]!));
        Assert.Equal(409, (await Post(sam, "/api/pauses/a/resume", null)).Status);
        Assert.Equal(200, (await Post(Api, "/api/pauses/a/resume", null)).Status);
    }

    [Fact]
    public async Task On_the_page_two_accounts_of_one_person_are_one_and_a_second_person_resumes()
    {
        var (_, night) = await ApprovedBySam("a");

        var refused = await night.Send("/pauses/a", "resume");

        Assert.Equal(409, refused.Status);
        Assert.Contains("the desk treats them as one person", refused.Alert, StringComparison.Ordinal);
        Assert.Equal(302, (await Api.Send("/pauses/a", "resume")).Status);
    }

    [Fact]
    public async Task An_approval_sent_again_after_a_change_approves_nothing_and_a_new_one_does()
    {
        var (sam, _) = await ApprovedBySam("a", approvalKey: "yesterday");
        await Post(Api, "/api/pauses/a/widening", new { targets = new[] { "feature:screens" }, reason = "Same data" });

        Assert.Equal(200, await Approve(sam, "a", "yesterday"));
        var refused = await Post(Api, "/api/pauses/a/resume", null);

        Assert.Equal((409, "approval-missing"), (refused.Status, (string)refused.Body!["code"]!));
        Assert.Equal(200, await Approve(sam, "a", "today"));
        Assert.Equal(200, (await Post(Api, "/api/pauses/a/resume", null)).Status);
    }

    /// <summary>A pause in force that Sam approved to resume; Sam has a second account.</summary>
    async Task<(HttpClient Sam, HttpClient Night)> ApprovedBySam(string key, string approvalKey = "first")
    {
        var (sam, night) = (await Colleague("Sam Second", "responder"), await Colleague("Sam.Second+night", "responder"));
        await Post(Api, "/api/pauses", new
        {
            key, target = "Capture", scope = "everything", mode = "kill",
            reason = "Open", reviewBy = DateTimeOffset.UtcNow.AddDays(1)
        });
        await Post(Api, $"/api/pauses/{key}/order", new { });
        Assert.Equal(200, await Approve(sam, key, approvalKey));
        return (sam, night);
    }

    static async Task<int> Approve(HttpClient by, string key, string idempotencyKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/pauses/{key}/resume-approvals")
        {
            Content = JsonContent.Create(new { reason = "Fixed" })
        };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var answer = await by.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
