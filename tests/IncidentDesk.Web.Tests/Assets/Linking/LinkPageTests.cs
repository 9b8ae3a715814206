using System.Net.Http.Headers;
using System.Text;
using IncidentDesk.Web.Tests.Kit;
using IncidentDesk.Web.Tests.People;

namespace IncidentDesk.Web.Tests.Assets.Linking;

/// <summary>Linking in two steps, as a browser without script goes them.</summary>
public sealed class LinkPageTests : ColleaguesTest
{
    const string Page = "/incidents/1/assets/link";
    Browser _browser = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        using var csv = new StringContent("key,kind,owner,people_data\nhive://w/logs.keys,table,anna,yes\n"
            + "hive://w/logs.<b>screens</b>,view,,no\nhive://w/other,table,,\n", Encoding.UTF8, "text/csv");
        using var answer = await Api.PostAsync(new Uri("/api/assets/imports", UriKind.Relative), csv);
        Assert.True(answer.IsSuccessStatusCode);
        await Post(Api, "/api/incidents", new { title = "Open to everyone" });
        _browser = new(Address, new AuthenticationHeaderValue("Bearer", Token));
    }

    [Fact]
    public async Task A_search_is_previewed_at_its_own_address_and_then_linked()
    {
        await _browser.Open(Page + "?q=LOGS");
        Assert.Contains("2 assets would be linked; 0 assets are already linked. Found by name LOGS.", Preview, StringComparison.Ordinal);
        Assert.Equal(["hive://w/logs.<b>screens</b>", "hive://w/logs.keys"],
            _browser.Page.QuerySelectorAll("#preview tbody .mono").Select(k => k.TextContent));
        Assert.Empty((await Get(Api, "/api/incidents/1/assets")).Body!["items"]!.AsArray());

        await _browser.SendTwice("link", ("disclosure", "disclosed"));

        Assert.StartsWith("/incidents/1/assets?entry=2", _browser.At, StringComparison.Ordinal);
        Assert.Contains("Linked, in entry 2.", _browser.Text, StringComparison.Ordinal);
        Assert.Equal(["disclosed", "disclosed"],
            (await Get(Api, "/api/incidents/1/assets")).Body!["items"]!.AsArray().Select(a => (string)a!["disclosure"]!));
        await _browser.Open(Page + "?q=logs&kind=view");
        Assert.Contains("0 assets would be linked; 1 asset is already linked.", Preview, StringComparison.Ordinal);
        Assert.Null(_browser.Page.GetElementById("link"));
    }

    [Fact]
    public async Task A_list_travels_with_its_preview_and_what_it_does_not_find_is_named_with_its_line()
    {
        await _browser.Open(Page);
        await _browser.Send("list", ("text", "# from the ticket\r\nhive://w/other\r\nhive://w/none\r\nhive://w/logs.keys\r\n"));
        Assert.Contains("2 assets would be linked", Preview, StringComparison.Ordinal);
        Assert.Contains("Line 3: hive://w/none", Preview, StringComparison.Ordinal);

        await _browser.SendTwice("link");

        Assert.Equal(["hive://w/logs.keys", "hive://w/other"],
            (await Get(Api, "/api/incidents/1/assets")).Body!["items"]!.AsArray().Select(a => (string)a!["key"]!));
    }

    [Fact]
    public async Task A_file_of_45_000_keys_is_previewed_and_linked_in_one_entry()
    {
        using var csv = new StringContent(
            "key\n" + string.Concat(Enumerable.Range(0, 45_000).Select(n => $"hive://warehouse/mci_{n % 100:00}.events_{n:00000}\n")),
            Encoding.UTF8, "text/csv");
        using var answer = await Api.PostAsync(new Uri("/api/assets/imports", UriKind.Relative), csv);

        await _browser.Open(Page);
        await _browser.Upload("list", "file", Encoding.UTF8.GetBytes(await csv.ReadAsStringAsync()));
        Assert.Contains("45,000 assets would be linked", Preview, StringComparison.Ordinal);
        await _browser.Send("link");

        Assert.Contains("entry=2", _browser.At, StringComparison.Ordinal);
        Assert.Equal(45_000, (int)(await Get(Api, "/api/incidents/1/assets?group=disclosure")).Body!["tally"]!["total"]!);
    }

    [Fact]
    public async Task What_changed_since_the_preview_is_said_and_shown_anew()
    {
        await _browser.Open(Page);
        await _browser.Send("list", ("text", "hive://w/other\nhive://w/logs.keys"));
        await Post(Api, "/api/incidents/1/assets", new { keys = new[] { "hive://w/other" } });

        await _browser.Send("link");

        Assert.Equal(409, _browser.Status);
        Assert.Contains("The catalogue or the incident has changed since the preview: 1 asset would be linked now.",
            _browser.Text, StringComparison.Ordinal);
        Assert.Contains("1 asset would be linked; 1 asset is already linked", Preview, StringComparison.Ordinal);
        await _browser.Send("link");
        Assert.Equal(2, (await Get(Api, "/api/incidents/1/assets")).Body!["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Without_script_assets_are_searched_for_and_ticked()
    {
        await _browser.Open(Page + "?find=screens");
        Assert.Single(_browser.Page.QuerySelectorAll("[name=picked]"));

        await _browser.Send("list", ("picked", "hive://w/logs.<b>screens</b>"), ("text", ""));

        Assert.Contains("1 asset would be linked", Preview, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hive://w/a\u0007", "contains a control character")]
    [InlineData("# nothing", "There is no key in the list")]
    public async Task A_list_that_cannot_be_taken_is_refused_beside_what_was_typed(string text, string why)
    {
        await _browser.Open(Page);
        await _browser.Send("list", ("text", text));

        Assert.Equal(400, _browser.Status);
        Assert.Contains(why, _browser.Text, StringComparison.Ordinal);
        Assert.Contains(text, _browser.Page.GetElementById("list-text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_list_and_an_address_that_means_nothing_are_refused()
    {
        await _browser.Open(Page);
        await _browser.Send("list", ("text", "hive://w/other"));
        await _browser.Send("link", form => form.Forge(("list", "bm90IHppcHBlZA")));
        Assert.Contains("The list changed between preview and linking", _browser.Text, StringComparison.Ordinal);
        await _browser.Open(Page + "?kind=elephant&savedSearch=x");
        Assert.Contains("Choose one of the saved searches.", _browser.Text, StringComparison.Ordinal);
        await _browser.Open(Page + "?savedSearch=4711");
        Assert.Contains("There is no saved search 4711, or", _browser.Text, StringComparison.Ordinal);
        Assert.Empty((await Get(Api, "/api/incidents/1/assets")).Body!["items"]!.AsArray());
    }

    [Fact]
    public async Task A_search_is_saved_used_renamed_and_deleted_on_the_pages()
    {
        await _browser.Open("/assets?q=logs&peopleData=yes");
        await _browser.SendTwice("save", ("name", "Keys of people"));
        Assert.Equal("/assets/searches", _browser.At);
        Assert.Contains("Keys of people", _browser.Text, StringComparison.Ordinal);
        var number = (int)(await Get(Api, "/api/assets/searches")).Body!["items"]![0]!["search"]!;
        Assert.Equal("/assets?q=logs&peopleData=yes", _browser.Page.QuerySelector("#searches a.title")!.GetAttribute("href"));
        await _browser.Send($"rename-{number}", ("name", "Keys"));
        await _browser.Open($"{Page}?savedSearch={number}");
        Assert.Contains("1 asset would be linked", Preview, StringComparison.Ordinal);
        Assert.Contains("Found by the saved search “Keys” (name logs, data about people: yes).", Preview, StringComparison.Ordinal);
        await _browser.Send("link");
        await (await _browser.Open("/assets/searches")).SendTwice($"delete-{number}");
        Assert.Contains("No search is saved yet.", _browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_link_is_told_so_and_sees_no_form()
    {
        using var reader = await Colleague("Rita Reader", "viewer");
        var page = await reader.Page(Page + "?q=logs");

        Assert.Contains("Only responders and privacy can link assets.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.GetElementById("list"));
    }

    string Preview => System.Text.RegularExpressions.Regex.Replace(_browser.Page.GetElementById("preview")!.TextContent, @"\s+", " ");

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _browser.Dispose();
        await base.DisposeAsync();
    }
}
