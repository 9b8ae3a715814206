namespace IncidentDesk.Web.Tests.Overview.Board;

public sealed class ListTests : HostTest
{
    [Fact]
    public async Task The_board_comes_page_by_page()
    {
        for (var i = 0; i < 5; i++) await Post(Api, "/api/incidents", new { title = $"Number {i}", severity = "SEV3" });

        var seen = new List<int>();
        var next = "";
        do
        {
            var (status, page) = await Get(Api, $"/api/incidents?limit=2&after={next}");
            Assert.Equal(200, status);
            Assert.Equal(5, (int)page!["counts"]!["declared"]!);
            seen.AddRange(page["items"]!.AsArray().Select(i => (int)i!["number"]!));
            next = (string?)page["next"];
        }
        while (next is not null);

        Assert.Equal([5, 4, 3, 2, 1], seen);
    }

    [Theory]
    [InlineData("severity=SEV0,SEV1", 1), InlineData("severity=SEV0&severity=SEV3", 2),
        InlineData("kind=drill", 1), InlineData("status=closed", 0), InlineData("q=inc-2", 1)]
    public async Task Filters_narrow_it(string query, int found)
    {
        await Post(Api, "/api/incidents", new { title = "Worst", severity = "SEV0" });
        await Post(Api, "/api/incidents", new { title = "Rehearsal", severity = "SEV3", kind = "drill" });

        Assert.Equal(found, (await Get(Api, $"/api/incidents?{query}")).Body!["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("limit=0", "limit"), InlineData("limit=501", "limit"),
        InlineData("limit=many", "limit"), InlineData("after=nonsense", "after")]
    [InlineData("severity=SEV9", "severity"), InlineData("status=2", "status"), InlineData("kind=real", "kind")]
    public async Task What_is_not_understood_is_named_and_never_passed_over(string query, string field)
    {
        var (status, problem) = await Get(Api, $"/api/incidents?{query}");

        Assert.Equal(400, status);
        Assert.NotNull(problem!["errors"]![field]);
    }
}
