using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IncidentDesk.People.Accounts;

/// <summary>
/// Time-based one-time passwords (RFC 6238): six digits, steps of 30 seconds, HMAC-SHA-1, the only parameters that every
/// authenticator app honours. ASP.NET Core Identity's own provider does not say which step matched, so it cannot tell a replay.
/// </summary>
public static class Totp
{
    const int StepSeconds = 30;

    /// <summary>Steps before and after the present one: phones are late, and people type slowly (RFC 6238, section 5.2).</summary>
    const int Drift = 1;

    public static string NewKey() => Base32.Write(RandomNumberGenerator.GetBytes(20));

    /// <summary>The step whose code this is, if it is later than <paramref name="after"/>; else null.</summary>
    internal static long? Match(string key, string code, DateTimeOffset now, long after)
    {
        var (given, present) = (Encoding.ASCII.GetBytes(code.Replace(" ", "", StringComparison.Ordinal)), StepOf(now));
        long? matched = null;
        for (var step = present - Drift; step <= present + Drift; step++)
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Code(key, step))) && step > after) matched = step;
        return matched;
    }

    /// <summary>What an authenticator with this key shows at that time.</summary>
    public static string CodeAt(string key, DateTimeOffset at) => Code(key, StepOf(at));

    /// <summary>The address an authenticator app reads from the picture (Google Authenticator, Key Uri Format).</summary>
    internal static string Address(string key, string email) =>
        $"otpauth://totp/IncidentDesk:{Uri.EscapeDataString(email)}?secret={key}&issuer=IncidentDesk&algorithm=SHA1&digits=6&period={StepSeconds}";

    static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 and the apps ask for SHA-1; HMAC does not rest on its resistance to collisions.")]
    static string Code(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(Base32.Read(key), counter);
        // Dynamic truncation: RFC 4226, section 5.3.
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
