using OtpNet;

namespace IncidentDesk.People.Accounts;

/// <summary>
/// Time-based one-time passwords (RFC 6238) with the parameters that every authenticator app honours: six digits, steps of 30 seconds,
/// HMAC-SHA-1. ASP.NET Core Identity's own provider does not say which step matched, so it cannot tell a replay.
/// </summary>
public static class Totp
{
    const int StepSeconds = 30;

    /// <summary>Steps before and after the present one: phones are late, and people type slowly (RFC 6238, section 5.2).</summary>
    static readonly VerificationWindow Drift = new(previous: 1, future: 1);

    public static string NewKey() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(20));

    /// <summary>The step whose code this is, if it is later than <paramref name="after"/>; else null.</summary>
    internal static long? Match(string key, string code, DateTimeOffset now, long after) =>
        Of(key).VerifyTotp(now.UtcDateTime, code.Replace(" ", "", StringComparison.Ordinal), out var step, Drift)
            && step > after ? step : null;

    /// <summary>What an authenticator with this key shows at that time.</summary>
    public static string CodeAt(string key, DateTimeOffset at) => Of(key).ComputeTotp(at.UtcDateTime);

    /// <summary>The address an authenticator app reads from the picture (Google Authenticator, Key Uri Format).</summary>
    internal static string Address(string key, string email) =>
        $"otpauth://totp/IncidentDesk:{Uri.EscapeDataString(email)}?secret="
            + $"{key}&issuer=IncidentDesk&algorithm=SHA1&digits=6&period={StepSeconds}";

    static OtpNet.Totp Of(string key) => new(Base32Encoding.ToBytes(key), StepSeconds);
}
