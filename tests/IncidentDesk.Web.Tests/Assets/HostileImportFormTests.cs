using System.Text;
using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.Assets;

/// <summary>The form for imports reads no more than it may, and from those who may.</summary>
public sealed class HostileImportFormTests : HostTest
{
    const string AntiforgeryField = "__RequestVerificationToken";

    protected override void Arrange(WebApplicationBuilder builder) =>
        builder.Configuration["Imports:LargestFile"] = (4 << 20).ToString(System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_file_just_beyond_the_bound_is_refused_with_a_sentence_on_the_page()
    {
        var (status, page) = await Import(Api, (4 << 20) + 1);

        Assert.Equal(413, status);
        Assert.Contains("The file is larger than 4 MB", page, StringComparison.Ordinal);
        Assert.Contains("No catalogue has been imported yet", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_far_beyond_it_is_not_read()
    {
        var (status, _) = await Import(Api, 40 << 20);

        Assert.InRange(status, 400, 413);
        Assert.Empty((await Get(Api, "/api/assets/imports")).Body!["items"]!.AsArray());
    }

    [Fact]
    public async Task Of_somebody_who_may_not_import_hardly_anything_is_read()
    {
        var (_, issued, _) = await Post(Api, "/api/tokens", new { name = "reader", roles = "comms" });
        using var reader = Client((string)issued!["secret"]!);

        Assert.InRange((await Import(reader, 3 << 20)).Status, 400, 413);
        Assert.Equal(302, (await Import(Api, 100, "key\nhive://w/a\n")).Status);
    }

    /// <summary>Whoever is not offered the form sends that of somebody who is, with the token of their own page.</summary>
    async Task<(int Status, string Page)> Import(HttpClient client, int length, string text = "")
    {
        var offered = FilledForm.In(await Api.Page("/assets/imports"), "import");
        var file = Encoding.UTF8.GetBytes(text + new string('\n', length));
        var sent = await client.Send("/assets/imports", page =>
        {
            var token = page.QuerySelector($"[name={AntiforgeryField}]")!.GetAttribute("value")!;
            return offered.Forge((AntiforgeryField, token)).Choose("file", file, "big.json");
        });
        return (sent.Status, sent.Page.Body!.TextContent);
    }
}
