using System.Security.Cryptography;
using IncidentDesk.People.Inviting;
using OtpNet;

namespace IncidentDesk.People.Accounts;

/// <summary>Codes for the day on which the phone is gone: 120 random bits each, good once; that many need no slow hash.</summary>
internal static class RecoveryCodes
{
    const int Many = 10;
    const int Group = 4;

    public static IReadOnlyList<string> New() =>
        [.. Enumerable.Range(0, Many).Select(_ => Grouped(Base32Encoding.ToString(RandomNumberGenerator.GetBytes(15))))];

    /// <summary>However it was typed: dashes, spaces and case do not count.</summary>
    public static string HashOf(string code) => OneTimeLink.HashOf(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant());

    static string Grouped(string code) => string.Join('-', code.Chunk(Group).Select(g => new string(g)));
}
