using System.Text;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.Files;

namespace IncidentDesk.Tests.Assets.Importing.Files;

/// <summary>Files as somebody sends them.</summary>
internal static class Spooled
{
    public static async Task<SpooledFile> File(byte[] bytes, string name = "file.json", FileLimits? limits = null)
    {
        var taken = await SpooledFile.Take(new MemoryStream(bytes), name, limits);
        Assert.True(taken.Done, taken.Refusal?.Why);
        return taken.Value;
    }

    public static Task<SpooledFile> File(string text, string name = "file.json") => File(Encoding.UTF8.GetBytes(text), name);

    /// <summary>Why it is not taken, or not read to its end.</summary>
    public static async Task<Refusal> Refused(byte[] bytes, string name = "file.zip", FileLimits? limits = null)
    {
        var taken = await SpooledFile.Take(new MemoryStream(bytes), name, limits);
        if (!taken.Done) return taken.Refusal;
        using var file = taken.Value;
        return Assert.Throws<UnreadableException>(() => file.Parts.Select(Length).Sum()).Why;
    }

    public static string Text(CataloguePart part)
    {
        using var reader = new StreamReader(part.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static long Length(CataloguePart part)
    {
        using var stream = part.Open();
        var buffer = new byte[64 << 10];
        long length = 0;
        for (int read; (read = stream.Read(buffer)) > 0;) length += read;
        return length;
    }
}
