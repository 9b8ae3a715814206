using IncidentDesk.Cli.Kit;

namespace IncidentDesk.Cli.Tests.Kit;

public sealed class ReadVerbTests
{
    static readonly ReadVerb List = new("thing list [q]", "Things", "/api/things?q&after", "name changedAt title");
    static readonly ReadVerb Show = new("thing show <key>", "One thing", "/api/things/{key}?asKnownAt");

    [Fact]
    public async Task A_list_stands_in_columns_with_times_in_words_and_says_how_it_goes_on()
    {
        using var desk = new Stub(
            """{"items":[{"name":"INC-1","changedAt":"2026-06-12T03:10:00Z","title":"Long\nago"},{"name":"INC-22","changedAt":null,"title":"x"}],"next":"c1"}""");

        var said = await CliResult.By(["thing", "list", "a&b c"], http: desk, verbs: List);

        Assert.Equal("/api/things?q=a%26b%20c", desk.Asked.Single().Address);
        Assert.Equal("""
            name    changed at              title
            INC-1   12 Jun 2026, 03:10 UTC  Long ago
            INC-22                          x
            More with --after c1

            """.ReplaceLineEndings(
                "\n"), said.Out);
    }

    [Fact]
    public async Task An_empty_list_says_so_and_a_raw_one_stays_as_it_came()
    {
        using var desk = new Stub("""{"items":[]}""");

        Assert.Equal("None.\n", (await CliResult.By(["thing", "list"], http: desk, verbs: List)).Out);
        Assert.Equal("{\"items\":[]}\n", (await CliResult.By(["thing", "list", "--json"], http: desk, verbs: List)).Out);
    }

    [Fact]
    public async Task One_thing_is_shown_fact_by_fact()
    {
        using var desk =
            new Stub("""{"number":1,"isOpen":true,"roles":[{"role":"commander","name":"Ada"}],"head":{"position":3},"absorbed":[]}""");

        var said = await CliResult.By(["thing", "show", "a/b"], http: desk, verbs: Show);

        Assert.Equal("/api/things/a%2Fb", desk.Asked.Single().Address);
        Assert.Equal("number   1\nis open  yes\nroles:\n  role commander, name Ada\nhead:\n  position  3\n", said.Out);
    }

    [Fact]
    public async Task Nothing_that_somebody_wrote_can_steer_the_terminal()
    {
        using var desk = new Stub("""{"title":"\u001b]0;owned\u0007 red \u202eevil"}""");

        var said = await CliResult.By(["thing", "show", "x"], http: desk, verbs: Show);

        Assert.Equal("title  \uFFFD]0;owned\uFFFD red \uFFFDevil\n", said.Out);
    }

    [Fact]
    public async Task A_moment_without_an_offset_is_refused_before_anything_is_asked()
    {
        using var desk = new Stub("{}");

        var said = await CliResult.By(["thing", "show", "x", "--as-known-at", "2026-06-12T05:10"], http: desk, verbs: Show);

        Assert.Equal((Exit.Invalid, 0), (said.Code, desk.Asked.Count));
        Assert.Contains("  --as-known-at: Write the time with its offset, for example 2026-06-12T03:10:00Z", said.Err,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moment_keeps_its_offset_on_the_way()
    {
        using var desk = new Stub("{}");

        await CliResult.By(["thing", "show", "x", "--as-known-at", "2026-06-12T05:10:00+02:00"], http: desk, verbs: Show);

        Assert.Equal("/api/things/x?asKnownAt=2026-06-12T05%3A10%3A00%2B02%3A00", desk.Asked.Single().Address);
    }

    [Fact]
    public async Task One_item_is_picked_from_a_list_by_its_identity()
    {
        var verb = new ReadVerb("thing pick <incident> <thing>", "One thing of several", "/api/incidents/{incident}/things", pick: "thing");
        using var desk = new Stub(
            """{"items":[{"id":"S1","text":"a"},{"id":"S2","versions":[{"number":1,"text":"two\nlines"},{"number":2,"text":"x"}]}]}""");

        var found = await CliResult.By(["thing", "pick", "7", "S2"], http: desk, verbs: verb);
        var missing = await CliResult.By(["thing", "pick", "7", "S3"], http: desk, verbs: verb);

        Assert.Equal("id  S2\nversions:\n  number  1\n  text    two\n          lines\n\n  number  2\n  text    x\n", found.Out);
        Assert.Equal((Exit.NotFound, "There is no thing S3 here.\n"), (missing.Code, missing.Err));
    }
}
