using System.Buffers.Text;
using System.IO.Compression;

namespace IncidentDesk.Assets.Linking;

/// <summary>
/// A list of keys that travels with a form from its preview to the linking: the page needs no script for it, and the desk keeps nothing
/// meanwhile. Each key stands in the line it came in; base64url of gzip, because 45,000 keys of one warehouse are alike.
/// </summary>
public static class PackedList
{
    const int MostCharacters = 32 << 20;

    public static string Pack(this KeyList list)
    {
        using var bytes = new MemoryStream();
        using (var lines = new StreamWriter(new GZipStream(bytes, CompressionLevel.Fastest)))
            for (var (i, line) = (0, 1); i < list.Keys.Count; line++)
                lines.Write(line == list.Lines[i] ? $"{list.Keys[i++]}\n" : "\n");
        return Base64Url.EncodeToString(bytes.ToArray());
    }

    /// <summary>What came back may have been made by anybody: it is read as warily as the file was.</summary>
    public static async Task<Outcome<KeyList>> Unpack(string? packed, CancellationToken ct = default)
    {
        if (packed is not { Length: > 0 and <= MostCharacters } || !Base64Url.IsValid(packed)) return new ListBroken();
        try
        {
            await using var bytes = new GZipStream(new MemoryStream(Base64Url.DecodeFromChars(packed)), CompressionMode.Decompress);
            return await KeyList.Read(bytes, new KeyLines(plain: true), ct);
        }
        catch (InvalidDataException)
        {
            return new ListBroken();
        }
    }

    public sealed record ListBroken()
        : Refusal.Rule("Nothing was linked. The list changed between preview and linking. Send the list again.");
}
