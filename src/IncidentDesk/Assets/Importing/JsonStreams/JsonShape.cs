using System.Buffers;
using System.Text.Json;

namespace IncidentDesk.Assets.Importing.JsonStreams;

/// <summary>How a file is laid out, told by its beginning: the member names of its outermost object.</summary>
internal static class JsonShape
{
    const int Enough = 64 << 10;

    /// <summary>Empty for an array, and for what is no JSON; whoever reads it then will say so.</summary>
    public static IReadOnlySet<string> Members(CataloguePart part)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Enough);
        try
        {
            using var stream = part.Open();
            var length = stream.ReadAtLeast(buffer.AsSpan(0, Enough), Enough, throwOnEndOfStream: false);
            return Members(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public static bool IsJson(CataloguePart part)
    {
        using var stream = part.Open();
        int first;
        do first = stream.ReadByte(); while (first is ' ' or '\t' or '\r' or '\n' or 0xEF or 0xBB or 0xBF);
        return first is '{' or '[';
    }

    static HashSet<string> Members(ReadOnlySpan<byte> start)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (start.StartsWith("\uFEFF"u8)) start = start[3..];
        var reader = new Utf8JsonReader(start, isFinalBlock: false,
            new(new JsonReaderOptions { MaxDepth = JsonFile.MostDepth, AllowMultipleValues = true }));
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.EndObject) break;
                if (reader.CurrentDepth == 1 && reader.TokenType is JsonTokenType.PropertyName) names.Add(reader.GetString()!);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // What is wrong with it is said where it is read.
        }
        return names;
    }
}
