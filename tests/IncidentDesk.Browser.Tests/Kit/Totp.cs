using OtpNet;

namespace IncidentDesk.Browser.Tests.Kit;

/// <summary>What an authenticator app shows for a key as the page writes it, in groups of letters.</summary>
internal static class Totp
{
    public static string Now(string key, int stepsAhead = 0) =>
        new OtpNet.Totp(Base32Encoding.ToBytes(string.Concat(key.Where(char.IsLetterOrDigit)).ToUpperInvariant()))
            .ComputeTotp(DateTime.UtcNow.AddSeconds(30 * stepsAhead));
}
