namespace IncidentDesk.Web.Tests.People.SigningIn;

public sealed class BearerTests : HostTest
{
    [Fact]
    public async Task A_token_opens_the_api_until_it_is_revoked()
    {
        var (status, issued, _) = await Post(Api, "/api/tokens", new { name = "importer", roles = "responder" });
        Assert.Equal(201, status);
        using var machine = Client((string)issued!["secret"]!);

        Assert.Equal(201, (await Post(machine, "/api/incidents", new { title = "Found by a machine" })).Status);
        Assert.Equal(200, (await Post(Api, $"/api/tokens/{issued["id"]}/revoke", null)).Status);
        Assert.Equal(401, (await Post(machine, "/api/incidents", new { title = "Once more" })).Status);
    }

    [Fact]
    public async Task A_token_does_no_more_than_its_roles()
    {
        var (_, issued, _) = await Post(Api, "/api/tokens", new { name = "reader", roles = "viewer" });
        using var reader = Client((string)issued!["secret"]!);

        await Post(Api, "/api/incidents", new { title = "Anybody may declare" });
        Assert.Equal(404, (await Post(reader, "/api/incidents/1/updates", new { text = "Not mine to write" })).Status);
        foreach (var roles in new[] { "administrator", "viewer" })
            Assert.Equal(404, (await Post(reader, "/api/tokens", new { name = "another", roles })).Status);
        Assert.Equal([(string)issued["id"]!], (await Get(reader, "/api/tokens")).Body!["items"]!.AsArray().Select(t => (string)t!["id"]!));
        Assert.Empty((await Get(reader, "/api/sessions")).Body!["items"]!.AsArray());
    }

    [Theory]
    [InlineData("Bearer idk_of_nobody")]
    [InlineData("Bearer ")]
    [InlineData("Bearer")]
    [InlineData("Basic YWRhOmFkYQ==")]
    public async Task A_header_that_proves_nothing_is_answered_with_401_and_a_problem(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/incidents");
        request.Headers.TryAddWithoutValidation("Authorization", header);

        using var answer = await Anonymous.SendAsync(request);

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Pages_send_whoever_is_not_signed_in_to_the_sign_in_page_and_health_answers_anybody()
    {
        using var api = await Anonymous.GetAsync(new Uri("/api/incidents/stream", UriKind.Relative));
        using var health = await Anonymous.GetAsync(new Uri("/healthz", UriKind.Relative));
        using var page = await Anonymous.GetAsync(new Uri("/pauses?state=ordered", UriKind.Relative));

        Assert.Equal(401, (int)api.StatusCode);
        Assert.Equal(200, (int)health.StatusCode);
        Assert.Equal(302, (int)page.StatusCode);
        Assert.Equal("/sign-in?returnUrl=%2Fpauses%3Fstate%3Dordered", page.Headers.Location!.PathAndQuery);
    }
}
