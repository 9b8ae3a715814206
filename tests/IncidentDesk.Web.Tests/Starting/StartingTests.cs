using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using IncidentDesk.Web.Tests.People;

namespace IncidentDesk.Web.Tests.Starting;

/// <summary>What the README promises of the commands that start a desk.</summary>
public sealed partial class StartingTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("incidentdesk-start-").FullName;

    [Fact]
    public async Task The_demo_plays_the_founding_case_and_prints_a_way_in_and_where_the_pdf_lies()
    {
        await using var desk = Started.With(["--demo"], ("TMPDIR", _folder));
        var said = await desk.Says("Stop with Ctrl+C");

        foreach (var step in new[]
        {
            "declared as SEV2", "45,000 tables linked in one entry", "access rules fixed", "pause ordered",
            "paused but seen running", "the pause is verified", "press text published", "petition noted", "unequal opt-out noted"
        })
            Assert.Contains(step, said, StringComparison.Ordinal);
        Assert.Contains("access review", Lines(said, "closing is refused").Single(), StringComparison.Ordinal);
        Assert.Matches("45,000 tables reach [0-9,]{6,} assets within [0-9]+ hops, [0-9,]{6,} of them about people. "
            + "Incomplete: 12 known by name only, [0-9,]+ linked without lineage, 1 old source.",
            Lines(said, "Blast radius:").Single());
        Assert.Contains("The people-data review is shown and its conditions are met",
            Lines(said, "resuming is refused").Single(), StringComparison.Ordinal);
        var pdf = Lines(said, "The summary as PDF:").Single().Split(':', 2)[1].Trim();
        Assert.Equal("%PDF-", Encoding.ASCII.GetString((await File.ReadAllBytesAsync(pdf))[..5]));

        var link = new Uri(Address().Match(Lines(said, "Sign in as").Single()).Value);
        using var browser = new Browser(new Uri(link.GetLeftPart(UriPartial.Authority)));
        await browser.Open(link.PathAndQuery);
        Assert.Equal((200, "/incidents/1"), (browser.Status, browser.At));
        Assert.Contains("45,000", browser.Page.GetElementById("incident-facts")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty((await browser.Open("/incidents/1/tasks")).Page.QuerySelectorAll("form"));
        await (await browser.Open("/incidents/1/manage")).Send("status", ("status", "closed"));
        Assert.Equal(409, browser.Status);
        await browser.Open("/pauses/staff-capture");
        Assert.Matches("(?s)Verified by .*Proof: Ticket OPS-2291", browser.Page.GetElementById("pause")!.TextContent);
        var seen = browser.Page.QuerySelectorAll("#pause-history li").Single(
            step => step.TextContent.Contains("Seen running", StringComparison.Ordinal)).QuerySelector("time")!.GetAttribute("datetime")!;
        var then = DateTimeOffset.Parse(seen, CultureInfo.InvariantCulture).AddSeconds(1);
        await browser.Open("/pauses?asKnownAt=" + Uri.EscapeDataString(then.ToString("O")));
        Assert.Contains("paused but seen running", browser.Page.GetElementById("pauses")!.TextContent, StringComparison.Ordinal);
        using var stranger = new Browser(new Uri(link.GetLeftPart(UriPartial.Authority)));
        Assert.StartsWith("/sign-in", (await stranger.Open("/incidents/1")).At, StringComparison.Ordinal);

        Assert.Equal(0, await desk.Stops());
        Assert.Empty(Directory.GetDirectories(_folder, "incidentdesk-demo-*"));
    }

    [Fact]
    public async Task Without_the_demo_an_empty_desk_prints_a_one_time_link_and_where_it_keeps_its_record()
    {
        await using var desk = Started.With([], ("XDG_DATA_HOME", _folder));
        var said = await desk.Says("/set-up/");

        var file = Path.Combine(_folder, "IncidentDesk", "desk.db");
        Assert.Contains($"The record of this desk is in {file}", said, StringComparison.Ordinal);
        // A driver that is not needed would cost every start; one of its types in a constructor, or as what an await returns, is enough.
        if (OperatingSystem.IsLinux()) Assert.Equal((true, false), (desk.HasLoaded("Sqlite"), desk.HasLoaded("Npgsql")));
        Assert.True(File.Exists(file));
        var link = new Uri(Address().Match(said).Value);
        using var browser = new Browser(new Uri(link.GetLeftPart(UriPartial.Authority)));
        Assert.Equal("Set up this desk", (await browser.Open(link.PathAndQuery)).Heading);
    }

    [Fact]
    public async Task Settings_come_from_the_environment_and_a_token_takes_the_place_of_the_link()
    {
        const string Token = "a-token-for-tests-of-32-characters-or-more";
        var file = Path.Combine(_folder, "elsewhere.db");
        await using var desk = Started.With([], ("ConnectionStrings__Desk", $"Data Source={file}"), ("Setup__ApiToken", Token));
        var address = Address().Match(await desk.Says("The desk is open at http://")).Value;

        using var api = new HttpClient { BaseAddress = new Uri(address) };
        using (var nobody = await api.GetAsync(new Uri("/api/incidents", UriKind.Relative)))
            Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        api.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        using (var admin = await api.GetAsync(new Uri("/api/incidents", UriKind.Relative)))
            Assert.Equal(HttpStatusCode.OK, admin.StatusCode);
        Assert.True(File.Exists(file));
        Assert.DoesNotContain("/set-up/", desk.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_could_be_guessed_ends_the_start_with_one_sentence()
    {
        await using var desk = Started.With(["--Setup:ApiToken", "hunter2"], ("XDG_DATA_HOME", _folder));

        var (code, error) = await desk.Ends();

        Assert.Equal(1, code);
        Assert.StartsWith("The desk does not start. ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "IncidentDesk", "desk.db")));
    }

    static IEnumerable<string> Lines(string said, string with) => said.Split('\n').Where(l => l.Contains(with, StringComparison.Ordinal));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [GeneratedRegex(@"http://[^\s]+")]
    private static partial Regex Address();
}
