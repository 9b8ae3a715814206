namespace IncidentDesk.Web.Tests.Incidents;

public sealed class DeclareTests : HostTest
{
    [Fact]
    public async Task Declaring_answers_with_the_number_its_address_and_its_position()
    {
        var (status, body, headers) = await Post(Api, "/api/incidents", new { title = "Tables open to everyone", severity = "SEV2" });

        Assert.Equal(201, status);
        Assert.Equal(1, (int)body!["number"]!);
        Assert.Equal("/api/incidents/1", headers.Location!.ToString());
        Assert.StartsWith("\"", headers.ETag!.Tag, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"title":"","severity":"SEV2"}""", "title", "Give it a title")]
    [InlineData("""{"title":"x","severity":"SEV9"}""", "severity", "SEV0, SEV1, SEV2")]
    [InlineData("""{"title":"x","severity":2}""", "severity", "SEV0, SEV1, SEV2")]
    [InlineData("""{"title":"x","startedAt":"2026-06-12T05:10:00"}""", "startedAt", "offset")]
    [InlineData("""{"title":"x","startedAt":"2026-03-29T02:30","timeZone":"Europe/Berlin"}""", "startedAt", "does not exist")]
    [InlineData("""{"title":"x","startedAt":"2025-10-26T02:30","timeZone":"Europe/Berlin"}""", "startedAt", "occurs twice")]
    [InlineData("""{"title":"x","startedAt":"2026-06-12T05:10","timeZone":"Mars/Base"}""", "startedAt", "not a time zone")]
    [InlineData("""{"title":"x","startedAt":"2099-01-01T00:00:00Z"}""", "startedAt", "in the future")]
    [InlineData("""{"title":"x","sevirity":"SEV1"}""", "sevirity", "no such field")]
    [InlineData("""{"title":"x","title":"y"}""", "title", "more than once")]
    [InlineData("""[1]""", "body", "object")]
    [InlineData("""{"title":""", "body", "not JSON")]
    public async Task What_is_wrong_is_named_by_field_and_nothing_is_saved(string json, string field, string says)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await Api.PostAsync(new Uri("/api/incidents", UriKind.Relative), content);
        var problem = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(says, string.Join(' ', problem["errors"]![field]!.AsArray().Select(e => (string)e!)), StringComparison.Ordinal);
        var (status, _, _) = await Post(Api, "/api/incidents/1/updates", new { text = "is there one?" });
        Assert.Equal(404, status);
    }

    [Fact]
    public async Task A_local_time_beside_its_zone_is_taken_for_the_instant_it_was()
    {
        var (status, _, _) = await Post(
            Api, "/api/incidents", new { title = "x", startedAt = "2026-06-12T05:10", timeZone = "Europe/Berlin" });

        Assert.Equal(201, status);
    }

    [Fact]
    public async Task A_repeated_key_repeats_the_answer_and_a_reused_one_is_refused()
    {
        var first = await Post(Api, "/api/incidents", new { title = "Once" }, ("Idempotency-Key", "k1"));
        var again = await Post(Api, "/api/incidents", new { title = "Once" }, ("Idempotency-Key", "k1"));
        var other = await Post(Api, "/api/incidents", new { title = "Twice" }, ("Idempotency-Key", "k1"));

        Assert.Equal(first.Body!.ToJsonString(), again.Body!.ToJsonString());
        Assert.Equal(201, again.Status);
        Assert.Equal(422, other.Status);
    }

    [Fact]
    public async Task Who_saw_an_older_position_is_told_that_the_record_moved_on()
    {
        await Post(Api, "/api/incidents", new { title = "Moving" });
        await Post(Api, "/api/incidents/1/updates", new { text = "one more" });

        var stale = await Post(Api, "/api/incidents/1/updates", new { text = "too late" }, ("If-Match", "\"1\""));
        var wrong = await Post(Api, "/api/incidents/1/updates", new { text = "what?" }, ("If-Match", "\"one\""));

        Assert.Equal(412, stale.Status);
        Assert.Equal(400, wrong.Status);
    }

    [Fact]
    public async Task Nobody_declares_without_signing_in()
    {
        var (status, _, _) = await Post(Anonymous, "/api/incidents", new { title = "Who am I?" });

        Assert.Equal(401, status);
    }
}
