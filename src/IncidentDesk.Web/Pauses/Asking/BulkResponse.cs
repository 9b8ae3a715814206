using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using IncidentDesk.Pauses.Asking;
using Microsoft.Net.Http.Headers;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>
/// All flags at once, or those whose keys the context lists, with a tag that holds until one
/// of them may answer otherwise.
/// </summary>
internal sealed class BulkResponse(EventTickets tickets)
{
    /// <summary>Sent piece by piece, so that ten thousand pauses are not held once more for each who asks.</summary>
    const int Piece = 64 * 1024;

    public async Task Send(HttpContext http, Actor by, AskContext context, PauseSnapshot known, DateTimeOffset now)
    {
        var about = context.Question;
        var tag = new EntityTagHeaderValue($"\"{Tag(known, now, about)}\"");
        http.Response.Headers.ETag = tag.ToString();
        if (!known.IsStale && http.Request.Headers.IfNoneMatch.Count > 0
            && http.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = 304;
            return;
        }
        // The key of a private pause answers whoever knows it; a list would tell it to those who do not.
        var flags = context.Keys is { } keys ? keys.Select(k => Listed(k, context, known, now))
            : known.Listed.Select(p => Flags(p, context, known, now));
        await Send(http, [.. flags], End(tickets.Address(by, about), known.VersionAt(now, about), known.IsStale));
    }

    /// <summary>Nothing is known yet, perhaps not even who asks: the flags that were listed say stop.</summary>
    public static Task SendUnknown(HttpContext http, AskContext context) =>
        Send(http, [.. (context.Keys ?? []).Select(k => WrittenFlags.Write(k, Evaluation.WriteUnknown).All)], End(null, null, stale: true));

    static ReadOnlyMemory<byte> Flags(AskedPause pause, AskContext context, PauseSnapshot known, DateTimeOffset now) =>
        WrittenFlags.Of(pause, pause.At(now, context.Running), known.IsStale).All;

    static ReadOnlyMemory<byte> Listed(string key, AskContext context, PauseSnapshot known, DateTimeOffset now) =>
        known.ByKey.TryGetValue(key, out var pause)
            ? Flags(pause, context, known, now)
            : WrittenFlags.Write(key,
                (json, flag) => Evaluation.WriteFailure(json, flag.ToString(), "GENERAL", $"There is no pause {key}.")).All;

    /// <summary>Who lists other keys, or runs something else, is answered something else.</summary>
    public static string Tag(PauseSnapshot known, DateTimeOffset now, Question about) => known.VersionAt(now, about) + Part(about);

    static string Part(Question about)
    {
        if (about.Keys is null && about.Running is { Targets.IsEmpty: true, IsUnclear: false }) return "";
        var said = JsonSerializer.SerializeToUtf8Bytes(new { about.Keys, about.Running.Targets, about.Running.IsUnclear });
        return "-" + Convert.ToHexStringLower(SHA256.HashData(said).AsSpan(0, 8));
    }

    static async Task Send(HttpContext http, List<ReadOnlyMemory<byte>> flags, ReadOnlyMemory<byte> end)
    {
        var begin = """{"flags":["""u8.ToArray();
        OfrepResponse.Begin(http, 200, begin.Length + flags.Sum(f => (long)f.Length) + Math.Max(0, flags.Count - 1) + end.Length);
        var (body, unsent) = (http.Response.BodyWriter, begin.Length);
        body.Write(begin);
        for (var i = 0; i < flags.Count; i++)
        {
            if (i > 0) body.Write(","u8);
            body.Write(flags[i].Span);
            if ((unsent += flags[i].Length + 1) < Piece) continue;
            await body.FlushAsync(http.RequestAborted);
            unsent = 0;
        }
        body.Write(end.Span);
        await body.FlushAsync(http.RequestAborted);
    }

    /// <summary>What follows the flags: where to hear of changes, and of which state of the register this speaks.</summary>
    static ReadOnlyMemory<byte> End(string? events, string? version, bool stale)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        bytes.Write("],"u8);
        using var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true });
        if (events is not null) WriteStream(json, events);
        json.WriteStartObject("metadata");
        if (version is not null) json.WriteString("registerVersion", version);
        json.WriteBoolean("stale", stale);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }

    static void WriteStream(Utf8JsonWriter json, string address)
    {
        json.WriteStartArray("eventStreams");
        json.WriteStartObject();
        json.WriteString("type", "sse");
        json.WriteStartObject("endpoint");
        json.WriteString("requestUri", address);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
