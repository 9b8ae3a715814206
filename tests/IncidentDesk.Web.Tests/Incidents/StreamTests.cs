using System.Net;
using System.Text;
using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.Incidents;

public sealed class StreamTests : ColleaguesTest
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Whoever_watches_hears_of_each_entry_and_of_nothing_but_its_position()
    {
        await Post(Api, "/api/incidents", new { title = "Watched" });
        using var stream = await Follow(Api, "/api/incidents/1/stream");
        var before = await Position();

        await Post(Api, "/api/incidents/1/updates", new { text = "a secret word" });
        await Post(Api, "/api/incidents/1/updates", new { text = "another" });

        Assert.Equal($"data: {before + 1}", await Data(stream));
        Assert.Equal($"data: {before + 2}", await Data(stream));
    }

    [Fact]
    public async Task A_private_incident_has_no_stream_for_a_stranger_as_a_missing_number_has_none()
    {
        await Post(Api, "/api/incidents", new { title = "Hidden", visibility = "private" });
        var stranger = await Colleague("Stig Stranger", "viewer, responder");

        Assert.Equal(HttpStatusCode.NotFound, await Status(stranger, "/api/incidents/1/stream"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(stranger, "/api/incidents/99/stream"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(Anonymous, "/api/incidents/1/stream"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(Anonymous, "/api/incidents/stream"));
    }

    [Fact]
    public async Task The_board_gives_a_sign_for_what_one_may_see_and_none_for_what_is_private()
    {
        await Post(Api, "/api/incidents", new { title = "Hidden", visibility = "private" });
        var stranger = await Colleague("Stig Stranger", "viewer, responder");
        using var theirs = await Follow(stranger, "/api/incidents/stream");
        using var own = await Follow(Api, "/api/incidents/stream");

        await Post(Api, "/api/incidents/1/updates", new { text = "hidden work" });
        Assert.Equal("data: 0", await Data(own));
        var waiting = Data(theirs);
        Assert.False(waiting.IsCompleted);
        await Post(Api, "/api/incidents", new { title = "Open to all" });

        // The first sign the stranger gets is that of the open incident, after its declarer has had signs of both.
        Assert.Equal("data: 0", await waiting);
        Assert.Equal("data: 0", await Data(own));
    }

    /// <summary>A desk in use: the board has been followed before, so the last signal names what was recorded last.</summary>
    [Theory]
    [InlineData("incident")]
    [InlineData("token")]
    public async Task The_board_of_a_stranger_stays_open_and_silent_whatever_was_recorded_last(string last)
    {
        await Post(Api, "/api/incidents", new { title = "Hidden", visibility = "private" });
        var stranger = await Colleague("Stig Stranger", "viewer, responder");
        using var earlier = await Follow(Api, "/api/incidents/stream");
        await Record(last);
        using var theirs = await Follow(stranger, "/api/incidents/stream");

        foreach (var what in new[] { "incident", "token", "incident" }) await Record(what);
        await Post(Api, "/api/incidents", new { title = "Open to all" });
        await Post(Api, "/api/incidents", new { title = "Open, too" });

        // No line was sent for what is hidden, and no position for what is not.
        foreach (var line in new[] { "event: position", "data: 0", "event: position", "data: 0" })
            Assert.Equal(line, await Said(theirs));

        async Task Record(string what) => Assert.InRange((what == "token"
            ? await Post(Api, "/api/tokens", new { name = "Another", roles = "viewer" })
            : await Post(Api, "/api/incidents/1/updates", new { text = "hidden work" })).Status, 200, 201);
    }

    [Fact]
    public async Task Who_may_no_longer_see_an_incident_is_let_go_at_its_next_entry()
    {
        await Post(Api, "/api/incidents", new { title = "Open for now" });
        var stranger = await Colleague("Stig Stranger", "viewer, responder");
        using var stream = await Follow(stranger, "/api/incidents/1/stream");

        var (status, _, _) = await Post(Api, "/api/incidents/1/visibility", new { visibility = "private", reason = "Names are in it." });

        Assert.Equal(200, status);
        Assert.Null(await Data(stream));
    }

    async Task<int> Position() => (int)(await Get(Api, "/api/incidents/1")).Body!["position"]!;

    static async Task<HttpStatusCode> Status(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }

    /// <summary>Opens a stream and waits for its first line, so that the desk is known to listen.</summary>
    static async Task<StreamReader> Follow(HttpClient client, string path)
    {
        var answer = await client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(), Encoding.UTF8);
        Assert.StartsWith("retry:", await reader.ReadLineAsync().WaitAsync(Patience), StringComparison.Ordinal);
        return reader;
    }

    /// <summary>The next line of data; null when the stream ended.</summary>
    static async Task<string?> Data(StreamReader stream)
    {
        while (await Said(stream) is { } line)
            if (line.StartsWith("data:", StringComparison.Ordinal)) return line;
        return null;
    }

    /// <summary>The next line that is neither empty nor a heartbeat; null when the stream ended.</summary>
    static async Task<string?> Said(StreamReader stream)
    {
        while (await stream.ReadLineAsync().WaitAsync(Patience) is { } line)
            if (line is not ("" or ":")) return line;
        return null;
    }
}
