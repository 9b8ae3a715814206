using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IncidentDesk.Browser.Tests.Kit;

/// <summary>What an authenticator app shows: RFC 6238 with SHA-1, six digits and steps of 30 seconds, from a key in base 32 (RFC 4648).</summary>
internal static class Totp
{
    const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Now(string key, int stepsAhead = 0)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30 + stepsAhead);
#pragma warning disable CA5350 // The RFC and every authenticator app say SHA-1; nothing here rests on its resistance to collisions.
        var hash = HMACSHA1.HashData(Bytes(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    static byte[] Bytes(string key)
    {
        var (bytes, buffer, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in key.Where(char.IsLetterOrDigit))
        {
            (buffer, bits) = ((buffer << 5 | Alphabet.IndexOf(char.ToUpperInvariant(letter))) & 0xfff, bits + 5);
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
        }
        return [.. bytes];
    }
}
