using System.Security.Cryptography;
using IncidentDesk.Record;

namespace IncidentDesk.Door;

/// <summary>
/// By what a repeated command is recognised, without keeping it. Salted and sealed: whoever has the database alone cannot try
/// words against it that were redacted since.
/// </summary>
internal static class Fingerprint
{
    const int Salt = 16;

    public static string Keep(Seal seal, byte[] command) => seal.Close(Salted(RandomNumberGenerator.GetBytes(Salt), command))!;

    public static bool Matches(Seal seal, string kept, byte[] command) =>
        seal.Open(kept)?.Split('-') is [var salt, _] parts && string.Join('-', parts) == Salted(Convert.FromHexString(salt), command);

    static string Salted(byte[] salt, byte[] command) =>
        $"{Convert.ToHexStringLower(salt)}-{Convert.ToHexStringLower(HMACSHA256.HashData(salt, command))}";
}
