using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace IncidentDesk.Web.Tests.Assets;

/// <summary>The pages as a browser without script uses them: read, fill in, post.</summary>
public sealed partial class AssetPagesTests : HostTest
{
    const string Csv = "key,kind,owner,people_data\nhive://w/logs.keys,table,anna,yes\nhive://w/logs.<b>screens</b>,view,,no\nno scheme,table,,\n";

    [Fact]
    public async Task A_file_chosen_by_hand_is_imported_and_its_bad_rows_are_shown()
    {
        var (status, page) = await Import(Csv, "warehouse.csv");

        Assert.Equal(302, status);
        Assert.DoesNotContain("Correct the rejected", page, StringComparison.Ordinal);
        var (_, result) = await Read("/assets/imports/1");
        Assert.Contains("warehouse.csv: 2 added, 0 updated, 0 unchanged.", result, StringComparison.Ordinal);
        Assert.Contains("The key has no platform at the start", result, StringComparison.Ordinal);
        Assert.Contains("href=\"/assets/imports/1\"", (await Read("/assets/imports")).Page, StringComparison.Ordinal);
        using var assets = await Api.GetAsync(new Uri("/assets", UriKind.Relative));
        var listed = await assets.Content.ReadAsStringAsync();
        Assert.Contains("2 assets in the catalogue", listed, StringComparison.Ordinal);
        Assert.Contains("hive://w/logs.&lt;b&gt;screens&lt;/b&gt;", listed, StringComparison.Ordinal);
    }

    [Theory, InlineData("\0\u0001PK", "binary.xlsx", 409, "not text"), InlineData("key,colour\n", "x.csv", 409, "no column"), InlineData("", "", 400, "Choose a file")]
    public async Task A_file_that_cannot_be_read_is_refused_on_the_page(string content, string name, int status, string says)
    {
        var (answered, page) = await Import(content, name);

        Assert.Equal(status, answered);
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported yet", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Linked_assets_are_given_a_disclosure_and_unlinked_on_the_page()
    {
        await Import(Csv, "warehouse.csv");
        await Post(Api, "/api/incidents", new { title = "Open to everyone" });

        await Post(Api, "/api/incidents/1/assets", new { pattern = "hive://w/*" });
        var (_, set) = await Fill("exposure", new() { ["all"] = "true", ["disclosure"] = "disclosed", ["exposedFrom"] = "2026-01-01T10:00", ["timeZone"] = "Europe/Berlin" });
        Assert.Contains("2 assets changed, 0 assets unchanged.", set, StringComparison.Ordinal);
        var (_, unlinked) = await Fill("unlink", new() { ["keys"] = "hive://w/logs.keys", ["reason"] = "Never opened." });
        Assert.Contains("1 asset unlinked.", unlinked, StringComparison.Ordinal);

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

        var (status, page) = await Fill("unlink", new() { ["pattern"] = "hive://*", ["keys"] = "hive://w/a", ["reason"] = "No" });

        Assert.Equal(400, status);
        Assert.Contains("or a saved search, or choose all.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"hive://*\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assets_of_an_incident_that_is_not_there_are_not_there_either() =>
        Assert.Equal(404, (await Read("/incidents/4711/assets")).Status);

    async Task<(int Status, string Page)> Read(string path)
    {
        using var answer = await Api.GetAsync(new Uri(path, UriKind.Relative));
        return ((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    async Task<(int Status, string Page)> Import(string content, string name)
    {
        using var body = new MultipartFormDataContent();
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        if (name.Length > 0) body.Add(file, "file", name);
        return await Send("/assets/imports", "import", token => { body.Add(new StringContent(token), "__RequestVerificationToken"); body.Add(new StringContent("import"), "_handler"); return body; }, decode: false);
    }

    Task<(int Status, string Page)> Fill(string form, Dictionary<string, string> fields) => Send("/incidents/1/assets", form, token =>
        new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token), new("_handler", form)]), decode: true);

    async Task<(int Status, string Page)> Send(string path, string form, Func<string, HttpContent> body, bool decode)
    {
        using var before = await Api.GetAsync(new Uri(path, UriKind.Relative));
        var html = await before.Content.ReadAsStringAsync();
        Assert.Contains($"id=\"{form}\"", html, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body(FormToken().Match(html).Groups[1].Value) };
        request.Headers.Add("Cookie", before.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        using var answer = await Api.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, decode ? WebUtility.HtmlDecode(page) : page);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
