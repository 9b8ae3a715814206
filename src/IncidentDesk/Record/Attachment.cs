using System.Security.Cryptography;

namespace IncidentDesk.Record;

/// <summary>
/// Bytes too long for an entry (45,000 keys), kept once under their SHA-256. The event names the hash, so the chain covers them.
/// </summary>
public sealed class Attachment
{
    /// <summary>SHA-256, 64 lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }
    public required byte[] Bytes { get; init; }

    public static Attachment Of(byte[] bytes) => new() { Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)), Bytes = bytes };
}

/// <summary>An event part of which is an <see cref="Timeline.Attachment"/>; whoever takes a stream elsewhere takes it along.</summary>
public interface INamesAttachment
{
    /// <summary>Hash of the attachment.</summary>
    string Attachment { get; }
}
