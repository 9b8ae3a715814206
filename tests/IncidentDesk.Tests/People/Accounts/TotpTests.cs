using System.Text;
using CsCheck;
using IncidentDesk.People.Accounts;

namespace IncidentDesk.Tests.People.Accounts;

public sealed class TotpTests
{
    /// <summary>The shared secret of RFC 6238, appendix B; its codes have eight digits, of which these are the last six.</summary>
    static readonly string Key = Base32.Write(Encoding.ASCII.GetBytes("12345678901234567890"));

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
    public void Base32_is_that_of_RFC_4648_and_reads_back()
    {
        Assert.Equal("MZXW6YTBOI", Base32.Write("foobar"u8));
        Gen.Byte.Array[0, 40].Sample(bytes => Base32.Read(Base32.Write(bytes)).SequenceEqual(bytes));
    }
}
