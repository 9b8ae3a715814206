using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace IncidentDesk.Assets.Importing.Checking;

/// <summary>
/// Stands for a text where millions are compared; 64 bits, the same in every process. Somebody can make two texts that share one, and
/// harms only a file of their own: what is told of one asset then comes later in it, or one of its rows counts as said before.
/// </summary>
internal static class TextHash
{
    public static ulong Of(string text) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan()));

    public static ulong With(this ulong hash, string? text) => (hash ^ (text is null ? 3 : Of(text))) * 0x9E3779B97F4A7C15;

    public static ulong With(this ulong hash, long? number) => (hash ^ (ulong)(number ?? long.MinValue)) * 0x9E3779B97F4A7C15;
}
