using System.Net;
using System.Text.RegularExpressions;
using IncidentDesk.Door;
using UglyToad.PdfPig;

namespace IncidentDesk.Web.Tests.Reports;

public sealed class ReportTests : HostTest
{
    const string Summary = "/api/incidents/1/reports/summary";

    [Theory]
    [InlineData("pdf", "application/pdf", "%PDF-1")]
    [InlineData("html", "text/html; charset=utf-8", "<!doctype html>")]
    [InlineData("md", "text/markdown; charset=utf-8", "**TLP:AMBER**")]
    [InlineData("json", "application/json", "{\"title\":\"Tables open\"")]
    public async Task Every_format_comes_with_its_type_and_a_name_that_says_what_it_is(string format, string type, string begins)
    {
        await Declare();
        foreach (var kind in (string[])["summary", "timeline"])
        {
            using var answer = await Get($"/api/incidents/1/reports/{kind}?format={format}");

            Assert.Equal(200, (int)answer.StatusCode);
            Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
            Assert.Equal("\"1\"", answer.Headers.ETag!.Tag);
            Assert.Matches($@"^inline; filename=""?INC-1-{kind}-\d{{4}}-\d\d-\d\dT\d{{4}}Z\.{format}""?$",
                answer.Content.Headers.ContentDisposition!.ToString());
            Assert.StartsWith(begins, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_page_of_the_pdf_carries_mark_number_and_the_hash_of_the_head()
    {
        await Declare();
        for (var i = 0; i < 40; i++) await Post(Api, "/api/incidents/1/updates", new { text = $"Note {i}" });

        using var pdf = PdfDocument.Open(await (await Get("/api/incidents/1/reports/timeline?format=pdf")).Content.ReadAsByteArrayAsync());

        var head = await Desk.Read(new Actor(Guid.Empty, "test"),
            (db, _) => Task.FromResult(db.Entries.Where(e => e.Incident == 1).OrderByDescending(e => e.Position).First().Hash));
        Assert.True(pdf.NumberOfPages > 1);
        foreach (var page in pdf.GetPages())
        {
            Assert.Contains("TLP:AMBER", page.Text, StringComparison.Ordinal);
            Assert.Contains($"page {page.Number} of {pdf.NumberOfPages}", page.Text, StringComparison.Ordinal);
            Assert.Contains($"head hash {Convert.ToHexStringLower(head)}", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Json_says_of_every_block_what_it_is()
    {
        await Declare();

        var (status, body) = await Get(Api, $"{Summary}?format=json");

        Assert.Equal((200, "INC-1", "summary", 1),
            (status, (string)body!["marks"]!["subject"]!, (string)body["marks"]!["kind"]!, (int)body["marks"]!["position"]!));
        var blocks = body["blocks"]!.AsArray().Select(b => (string)b!["block"]!).ToHashSet();
        Assert.Superset(new HashSet<string> { "heading", "paragraph", "callout", "key-values", "timeline" }, blocks);
    }

    [Fact]
    public async Task The_html_stands_alone_under_a_policy_of_its_own()
    {
        await Post(Api, "/api/incidents", new { title = "<script>alert(1)</script>", summary = "<img src=x onerror=alert(1)>" });

        using var answer = await Get($"{Summary}?format=html");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/incidents/1/reports/evidence", "kind", "summary, timeline")]
    [InlineData(Summary + "?format=docx", "format", "pdf, html, md, json")]
    [InlineData(Summary + "?asKnownAt=2026-06-12T03:10:00", "asKnownAt", "offset")]
    [InlineData(Summary + "?asKnownAt=2999-06-12T03:10:00Z", "asKnownAt", "in the future")]
    [InlineData(Summary + "?privileged=perhaps", "privileged", "true or false")]
    public async Task What_cannot_be_is_refused_by_its_field_and_names_the_choices(string path, string field, string says)
    {
        await Declare();

        var (status, problem) = await Get(Api, path);

        Assert.Equal(400, status);
        Assert.Contains(says, (string)problem!["errors"]![field]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_none_before_the_declaration_and_none_for_a_number_never_given()
    {
        await Declare();

        Assert.Equal(404, (await Get(Api, $"{Summary}?asKnownAt=2020-01-01T00:00:00%2B02:00")).Status);
        Assert.Equal(404, (await Get(Api, "/api/incidents/4711/reports/summary")).Status);
        Assert.Equal(401, (await Get(Anonymous, Summary)).Status);
    }

    [Theory, InlineData("format=pdf"), InlineData("format=html"), InlineData("format=json&privileged=true&asKnownAt=2020-01-01T00:00:00Z")]
    public async Task A_private_incident_has_no_report_for_a_stranger(string query)
    {
        await Post(Api, "/api/incidents", new { title = "Diary", visibility = "private" });
        using var stranger = await Outsider();

        var hidden = await Get(stranger, $"{Summary}?{query}");
        var missing = await Get(stranger, $"/api/incidents/4711/reports/summary?{query}");

        Assert.Equal((404, 404), (hidden.Status, missing.Status));
        Assert.Equal(missing.Body!.ToJsonString().Replace("4711", "1", StringComparison.Ordinal), hidden.Body!.ToJsonString());
    }

    [Fact]
    public async Task The_page_previews_what_its_links_hand_over_and_needs_no_script()
    {
        await Declare();

        var page = await Page("/incidents/1/reports?kind=timeline");

        Assert.Contains("<article class=\"report\">", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<h1"));
        Assert.Contains("<option value=\"timeline\" selected", page, StringComparison.Ordinal);
        foreach (var format in (string[])["pdf", "html", "md", "json"])
        {
            var link = Regex.Match(page,
                $"href=\"(/api/incidents/1/reports/timeline\\?format={format}[^\"]*)\" download=\"INC-1-timeline-").Groups[1].Value;
            using var answer = await Get(WebUtility.HtmlDecode(link));
            Assert.Equal(200, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_page_takes_the_moment_as_every_page_about_an_incident_does()
    {
        await Declare();

        foreach (var (asked, status, says) in new[]
        {
            ("asKnownAt=2999-01-01T00:00Z", 400, "in the future"),
            ("asKnownAt=2999-01-01T00:00&timeZone=Europe/Berlin", 400, "in the future"),
            ("asKnownAt=2026-06-12T05:10", 400, "offset"), ("asKnownAt=2020-01-01T00:00:00Z", 404, "Page not found"),
        })
        {
            using var answer = await Get("/incidents/1/reports?" + asked);
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Contains(says, await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }
        using var local = await Get("/incidents/1/reports?kind=timeline&asKnownAt=2026-06-12T05:10&timeZone=Europe/Berlin");
        Assert.Equal((302, "/incidents/1/reports?kind=timeline&asKnownAt=2026-06-12T03%3A10%3A00Z"),
            ((int)local.StatusCode, local.Headers.Location!.PathAndQuery));
    }

    [Fact]
    public async Task The_stylesheet_of_the_preview_is_the_desks_own_file()
    {
        using var style = await Anonymous.GetAsync(new Uri("/report.css", UriKind.Relative));

        Assert.Equal("text/css", style.Content.Headers.ContentType!.MediaType);
        Assert.Contains(".report", await style.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/report.css");
        again.Headers.IfNoneMatch.Add(style.Headers.ETag!);
        using var same = await Anonymous.SendAsync(again);
        Assert.Equal(304, (int)same.StatusCode);
    }

    async Task Declare() => Assert.Equal(201, (await Post(Api, "/api/incidents", new { title = "Tables open", playbook = "none" })).Status);

    Task<HttpResponseMessage> Get(string path) => Api.GetAsync(new Uri(path, UriKind.Relative));

    async Task<string> Page(string path)
    {
        using var answer = await Get(path);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>A token of somebody who may read everything that is open.</summary>
    async Task<HttpClient> Outsider()
    {
        var (_, invited, _) = await Post(Api, "/api/people", new { name = "Stig Stranger", email = "stig@example.org", roles = "viewer" });
        var (_, issued, _) =
            await Post(Api, "/api/tokens", new { name = "reader", roles = "viewer", person = (string)invited!["person"]! });
        return Client((string)issued!["secret"]!);
    }
}
