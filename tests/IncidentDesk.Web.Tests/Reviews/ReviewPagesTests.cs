using System.Net;
using System.Security.Cryptography;
using System.Text;
using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.Reviews;

/// <summary>The register as a browser without script uses it, and what a machine gets of a document.</summary>
public sealed class ReviewPagesTests : ColleaguesTest
{
    const string Page = "/reviews/capture";

    static readonly (string, string)[] Review =
    [
        ("kind", "people-data"), ("document", "Review <script>alert(1)</script>.pdf"),
        ("signer", "**Ann**"), ("signedOn", "2026-03-09"), ("outcome", "approved-with-conditions"),
        ("conditions", "Everybody can opt out\r\nOnly the team reads it"), ("sha256", new string('a', 64)),
    ];

    Task<Sent> Entered() =>
        Api.Send("/reviews", "enter", ("name", "Capture"), ("key", "capture"), ("peopleData", "yes"), ("labels", "staff\r\nkeystrokes"));

    [Fact]
    public async Task Without_script_a_program_is_entered_reviewed_and_searched_for()
    {
        Assert.Equal(Page, (await Entered()).Location);
        Assert.Equal(302, (await Api.Send(Page, "record", Review)).Status);
        Assert.Equal(302, (await Api.Send(Page, "settle", ("which", "1.1"), ("met", "true"), ("evidence", "Tried"))).Status);
        Assert.Equal(302, (await Api.Send(Page, "searched", ("kind", "dpia"), ("searched", "the share"))).Status);
        Assert.Equal(302, (await Api.Send(Page, "claim", ("kind", "opt-out"), ("claim", "All may"),
            ("claimedIn", "Notice"), ("covered", "executives"), ("notCovered", "staff"))).Status);

        var page = await Api.Page(Page);
        Assert.Contains("Of 2 required reviews, 1 cannot be produced, 1 has unmet conditions. 1 safeguard is unequal.",
            page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of 2 conditions unmet: Review <script>alert(1)</script>.pdf, signed by **Ann** on 9 March 2026.",
            page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("script"), s => s.TextContent.Contains("alert", StringComparison.Ordinal));
        Assert.Contains("Of 2 required reviews", (await Api.Page("/status")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_what_was_typed_stays()
    {
        await Entered();

        var sent = await Api.Send(Page, "record", [.. Review[..^1], ("sha256", "abc")]);

        Assert.Equal(400, sent.Status);
        Assert.Contains("64 hexadecimal digits", sent.Page.GetElementById("record-sha256-problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-03-09", sent.Page.GetElementById("record-signedOn")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Whoever_may_only_read_finds_no_form()
    {
        await Entered();
        using var viewer = await Colleague("Vera Viewer", "viewer");

        Assert.Empty((await viewer.Page(Page)).QuerySelectorAll("main form[method=post]"));
        await viewer.Page("/reviews/never-given", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_document_that_is_kept_comes_back_to_the_byte_and_as_a_file_to_save()
    {
        await Entered();
        var document = Encoding.UTF8.GetBytes("<script>alert(1)</script>");
        var hash = Convert.ToHexStringLower(SHA256.HashData(document));

        var (status, recorded, _) = await Post(Api, "/api/reviews/capture/records", new
        {
            kind = "dpia", document = "a.html", file = Convert.ToBase64String(document),
            keep = true, signer = "Ann", signedOn = "2026-03-09"
        });
        using var saved = await Api.GetAsync(new Uri($"/api/reviews/capture/documents/{hash}", UriKind.Relative));

        Assert.Equal((201, hash), (status, (string)recorded!["sha256"]!));
        Assert.Equal(document, await saved.Content.ReadAsByteArrayAsync());
        Assert.Equal(("application/octet-stream", "attachment"),
            (saved.Content.Headers.ContentType!.MediaType, saved.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(404, (await Get(Api, $"/api/reviews/capture/documents/{new string('b', 64)}")).Status);
    }
}
