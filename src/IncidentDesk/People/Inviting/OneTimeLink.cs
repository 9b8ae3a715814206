using System.Security.Cryptography;
using System.Text;

namespace IncidentDesk.People.Inviting;

/// <summary>A secret of 256 random bits that is shown once; the desk keeps its hash only.</summary>
public sealed record OneTimeLink(string Secret)
{
    /// <summary>Good for this long after it was made.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(72);

    public static OneTimeLink New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));

    /// <summary>SHA-256 of the secret; a random secret of this length needs no slow hash.</summary>
    public string Hash => HashOf(Secret);

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
