using IncidentDesk.People.Accounts;
using IncidentDesk.Web.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IncidentDesk.Web.Tests.People.SigningIn;

/// <summary>Behind one address, as in an office or behind a proxy, strangers use up their own attempts.</summary>
public sealed class KnownDeviceTests : ColleaguesTest
{
    const string Remy = "remy@example.org", Password = "four words make rain";
    readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 12, 3, 10, 0, TimeSpan.Zero));

    protected override void Arrange(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(_clock);

    [Fact]
    public async Task Who_has_signed_in_on_a_device_signs_in_there_while_strangers_guess_at_the_same_place()
    {
        using Browser remy = await Joined("Remy"), stranger = new Browser(Address);
        await (await remy.Open("/")).Send("/sign-out");
        Assert.Equal(429, await UsedUp(stranger));

        _clock.Advance(TimeSpan.FromSeconds(30));
        await SignIn(remy, Remy, Password, Totp.CodeAt(remy.Key, _clock.GetUtcNow()));

        Assert.Equal(("/", 200), (remy.At, remy.Status));
    }

    [Fact]
    public async Task A_device_of_one_person_is_nobody_s_device_for_another_address()
    {
        using Browser remy = await Joined("Remy"), mallory = await Joined("Mallory"), stranger = new Browser(Address);
        await (await mallory.Open("/")).Send("/sign-out");
        Assert.Equal(429, await UsedUp(stranger));

        await SignIn(mallory, Remy, "wrong", "000000");

        Assert.Equal(429, mallory.Status);
    }

    [Fact]
    public async Task A_cookie_that_this_desk_did_not_seal_is_no_device()
    {
        using var remy = await Joined("Remy");
        using var forged = Client(null);
        forged.DefaultRequestHeaders.Add("Cookie", "desk-device=CfDJ8forged");

        using var page = await forged.GetAsync(new Uri("/sign-in", UriKind.Relative));

        Assert.True(page.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_room_full_of_people_accepts_invitations_within_a_minute()
    {
        for (var n = 0; n < 12; n++)
        {
            using var person = await Joined($"Person {n}");
            Assert.Equal("Keep these recovery codes", person.Heading);
        }
    }

    async Task<Browser> Joined(string name)
    {
        var invited = await Post(Api, "/api/people", new { name, email = $"{name.Replace(' ', '.')}@example.org", roles = "responder" });
        return await new Browser(Address).Join($"/invitation/{invited.Body!["secret"]}", _clock.GetUtcNow());
    }

    static async Task<int> UsedUp(Browser stranger)
    {
        for (var n = 0; n < 11; n++) await SignIn(stranger, Remy, "wrong", "000000");
        return stranger.Status;
    }

    static async Task SignIn(Browser by, string email, string password, string code) => await (await by.Open("/sign-in"))
        .Send("sign-in", ("email", email), ("password", password), ("code", code));
}
