using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;

namespace IncidentDesk.Web.Tests.Assets;

/// <summary>The form for imports reads no more than it may, and from those who may.</summary>
public sealed partial class HostileImportFormTests : HostTest
{
    protected override void Arrange(WebApplicationBuilder builder) => builder.Configuration["Imports:LargestFile"] = (4 << 20).ToString(System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_file_just_beyond_the_bound_is_refused_with_a_sentence_on_the_page()
    {
        var (status, page) = await Import(Api, (4 << 20) + 1);

        Assert.Equal(413, status);
        Assert.Contains("The file is larger than 4 MB", page, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported yet", page, StringComparison.Ordinal);
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

    async Task<(int Status, string Page)> Import(HttpClient client, int length, string text = "")
    {
        using var before = await client.GetAsync(new Uri("/assets/imports", UriKind.Relative));
        var token = FormToken().Match(await before.Content.ReadAsStringAsync()).Groups[1].Value;
        using var body = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("import"), "_handler" } };
        body.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text + new string('\n', length))), "file", "big.json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/assets/imports") { Content = body };
        request.Headers.ExpectContinue = true;
        if (before.Headers.TryGetValues("Set-Cookie", out var cookies)) request.Headers.Add("Cookie", cookies.Select(c => c.Split(';')[0]));
        using var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
