using System.Net;
using System.Text;
using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.Assets;

/// <summary>The pages as a browser without script uses them: read, fill in, post.</summary>
public sealed class AssetPagesTests : HostTest
{
    const string Page = "/incidents/1/assets";
    const string Csv =
        "key,kind,owner,people_data\nhive://w/logs.keys,table,anna,yes\nhive://w/logs.<b>screens</b>,view,,no\nno scheme,table,,\n";

    [Fact]
    public async Task A_file_chosen_by_hand_is_imported_and_its_bad_rows_are_shown()
    {
        Assert.Equal(302, (await Import(Csv, "warehouse.csv")).Status);

        var (_, result) = await Read("/assets/imports/1");
        Assert.Contains("warehouse.csv: 2 added, 0 updated, 0 unchanged.", result, StringComparison.Ordinal);
        Assert.Contains("The key has no platform at the start", result, StringComparison.Ordinal);
        Assert.Contains("href=\"/assets/imports/1\"", (await Read("/assets/imports")).Page, StringComparison.Ordinal);
        using var assets = await Api.GetAsync(new Uri("/assets", UriKind.Relative));
        var listed = await assets.Content.ReadAsStringAsync();
        Assert.Contains("2 assets in the catalogue", listed, StringComparison.Ordinal);
        Assert.Contains("hive://w/logs.&lt;b&gt;screens&lt;/b&gt;", listed, StringComparison.Ordinal);
    }

    [Theory, InlineData("\0\u0001PK", "binary.xlsx", 400, "not text"),
        InlineData("key,colour\n", "x.csv", 400, "no column"), InlineData("", "", 400, "Choose a file")]
    public async Task A_file_that_cannot_be_read_is_refused_on_the_page(string content, string name, int status, string says)
    {
        var sent = await Import(content, name);

        Assert.Equal(status, sent.Status);
        Assert.Contains(says, sent.Text, StringComparison.Ordinal);
        Assert.Contains("No catalogue has been imported yet", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Linked_assets_are_given_a_disclosure_and_unlinked_on_the_page()
    {
        await Import(Csv, "warehouse.csv");
        await Post(Api, "/api/incidents", new { title = "Open to everyone" });

        await Post(Api, "/api/incidents/1/assets", new { pattern = "hive://w/*" });
        var set = await Api.Send(Page, "exposure",
            ("all", "true"), ("disclosure", "disclosed"), ("exposedFrom", "2026-01-01T10:00"), ("exposedTo", "2026-02-01T10:00"));
        Assert.Contains("2 assets changed, 0 assets unchanged.", set.Text, StringComparison.Ordinal);
        var unlinked = await Api.Send(Page, "unlink", ("keys", "hive://w/logs.keys"), ("reason", "Never opened."));
        Assert.Contains("1 asset unlinked.", unlinked.Text, StringComparison.Ordinal);

        var (_, then) = await Read("/incidents/1/assets?group=owner&q=*screens*");
        Assert.Contains("none given", then, StringComparison.Ordinal);
        Assert.DoesNotContain("hive://w/logs.keys", then, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_wrongly_stays_in_the_form_beside_its_reason()
    {
        await Import(Csv, "warehouse.csv");
        await Post(Api, "/api/incidents", new { title = "Open to everyone" });
        await Post(Api, "/api/incidents/1/assets", new { pattern = "*keys" });

        var sent = await Api.Send(Page, "unlink", ("pattern", "hive://*"), ("keys", "hive://w/a"), ("reason", "No"));

        Assert.Equal(400, sent.Status);
        Assert.Contains("or a saved search, or choose all.", sent.Text, StringComparison.Ordinal);
        Assert.Equal("hive://*", sent.Page.GetElementById("unlink-pattern")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Assets_of_an_incident_that_is_not_there_are_not_there_either() =>
        Assert.Equal(404, (await Read("/incidents/4711/assets")).Status);

    async Task<(int Status, string Page)> Read(string path)
    {
        using var answer = await Api.GetAsync(new Uri(path, UriKind.Relative));
        return ((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    Task<Sent> Import(string content, string name) => Api.Send("/assets/imports", page =>
    {
        var form = FilledForm.In(page, "import");
        return name.Length == 0 ? form : form.Choose("file", Encoding.UTF8.GetBytes(content), name);
    });
}
