using System.Text;
using OtpNet;
using Totp = IncidentDesk.People.Accounts.Totp;

namespace IncidentDesk.Tests.People.Accounts;

public sealed class TotpTests
{
    /// <summary>The shared secret of RFC 6238, appendix B; its codes have eight digits, of which these are the last six.</summary>
    static readonly string Key = Base32Encoding.ToString(Encoding.ASCII.GetBytes("12345678901234567890"));

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_RFC_6238(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Key, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData(-31, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_code_is_taken_one_step_early_or_late_and_no_more(int seconds, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

        Assert.Equal(taken, Totp.Match(Key, Totp.CodeAt(Key, now.AddSeconds(seconds)), now, after: 0) is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("١٢٣٤٥٦")]
    [InlineData("28708")]
    public void What_is_no_code_matches_nothing(string typed) =>
        Assert.Null(Totp.Match(Key, typed, DateTimeOffset.FromUnixTimeSeconds(59), after: 0));

    [Fact]
    public void A_code_is_taken_once_and_an_older_one_not_after_it()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.Match(Key, Totp.CodeAt(Key, now), now, after: 0);

        Assert.Equal(1_800_000_000 / 30, step);
        Assert.Null(Totp.Match(Key, Totp.CodeAt(Key, now), now, after: step!.Value));
        Assert.Null(Totp.Match(Key, Totp.CodeAt(Key, now.AddSeconds(-30)), now, after: step.Value));
        Assert.Equal(step + 1, Totp.Match(Key, Totp.CodeAt(Key, now.AddSeconds(30)), now, after: step.Value));
    }

    /// <summary>Apps refuse padding, and people read a key aloud from a page.</summary>
    [Fact]
    public void A_new_key_is_160_bits_in_base32_without_padding() => Assert.Matches("^[A-Z2-7]{32}$", Totp.NewKey());
}
