using AngleSharp.Html.Parser;
using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.People.SigningIn;

public sealed class SignOutTests : HostTest
{
    [Fact]
    public async Task Signing_out_ends_the_session_wherever_its_cookie_was_copied_to()
    {
        var cookie = await Session();
        using Browser here = new(Address, cookie), copied = new(Address, cookie);
        Assert.Equal("/people", (await copied.Open("/people")).At);

        await (await here.Open("/")).Send("/sign-out");

        Assert.Equal("/sign-in", here.At);
        Assert.Equal("/sign-in?returnUrl=%2Fpeople", (await copied.Open("/people")).At);
        Assert.Equal(401, (await copied.Open("/api/people")).Status);
    }

    [Fact]
    public async Task What_the_browser_keeps_of_the_desk_is_cleared_at_signing_out()
    {
        var session = await Session();
        using var read = new HttpRequestMessage(HttpMethod.Get, "/");
        read.Headers.Add("Cookie", session);
        using var page = await Anonymous.SendAsync(read);
        var form = FilledForm.In(new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync()), "/sign-out");
        using var request = form.Request("/");
        request.Headers.Add("Cookie", string.Join("; ", [session, .. page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])]));

        using var sent = await Anonymous.SendAsync(request);

        Assert.Equal(302, (int)sent.StatusCode);
        Assert.Equal("\"cache\", \"storage\"", sent.Headers.GetValues("Clear-Site-Data").Single());
    }

    [Fact]
    public async Task A_person_sees_their_browsers_and_ends_one_from_another()
    {
        using Browser laptop = new(Address, await Session()), phone = new(Address, await Session());
        await phone.Open("/");
        await laptop.Open("/account");
        Assert.Contains("Firefox on Linux", laptop.Text, StringComparison.Ordinal);
        Assert.Contains("this browser", laptop.Text, StringComparison.Ordinal);

        var end = laptop.Page.Forms.Single(f =>
            f.GetAttribute("aria-label")?.StartsWith("End the session", StringComparison.Ordinal) is true).Id!;
        await laptop.Send(end);

        Assert.Equal("/account", laptop.At);
        Assert.StartsWith("/sign-in", (await phone.Open("/")).At, StringComparison.Ordinal);
        await laptop.Send("everywhere");
        Assert.Equal("/sign-in", laptop.At);
        Assert.StartsWith("/sign-in", (await laptop.Open("/")).At, StringComparison.Ordinal);
    }
}
