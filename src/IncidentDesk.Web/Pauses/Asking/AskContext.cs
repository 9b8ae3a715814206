using System.Buffers;
using System.Text.Json;
using IncidentDesk.Door;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Asking;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>
/// What the body of an evaluation says: who asks, what they are about to run, and for bulk which
/// keys. Everything else is ignored.
/// </summary>
/// <param name="Problem">An OFREP error code when the body cannot be used.</param>
internal sealed record AskContext(string? TargetingKey, Running Running, IReadOnlyList<string>? Keys, string? Problem = null)
{
    const int Largest = 256 * 1024;
    public static readonly AskContext None = new(null, Running.Unsaid, null);
    static readonly AskContext Unreadable = None with { Problem = "PARSE_ERROR" };

    public Question Question => new(Keys, Running);

    public static async ValueTask<AskContext> Read(HttpRequest request, CancellationToken ct)
    {
        try
        {
            for (var body = request.BodyReader; ;)
            {
                var read = await body.ReadAsync(ct);
                var whole = read.IsCompleted || read.Buffer.Length > Largest;
                try
                {
                    if (whole) return read.Buffer.Length > Largest ? Unreadable : Of(read.Buffer);
                }
                finally
                {
                    body.AdvanceTo(whole ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
                }
            }
        }
        // The reader throws the last of them at text that is no UTF-8.
        catch (Exception broken) when (broken is JsonException or BadHttpRequestException or InvalidOperationException)
        {
            return Unreadable;
        }
    }

    static AskContext Of(ReadOnlySequence<byte> body)
    {
        if (body.IsEmpty) return None;
        var json = new Utf8JsonReader(body);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject) return Unreadable;
        var context = None;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isContext = json.ValueTextEquals("context"u8);
            json.Read();
            if (!isContext) json.Skip();
            else if (json.TokenType == JsonTokenType.StartObject) context = Members(ref json);
            else return None with { Problem = "INVALID_CONTEXT" };
        }
        return json.Read() ? Unreadable : context;
    }

    static AskContext Members(ref Utf8JsonReader json)
    {
        var (name, keys, running, unclear) = ((string?)null, (List<string>?)null, new List<PauseTarget>(), false);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("targetingKey"u8)) name = Texts(ref json) is [var given, ..] ? given : null;
            else if (json.ValueTextEquals("keys"u8)) keys = Each(Texts(ref json));
            else if (KindOf(ref json) is { } kind)
            {
                var named = Texts(ref json);
                unclear |= named is null or [];
                running.AddRange((named ?? []).Select(one => new PauseTarget(kind, one)));
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }
        if (name is not null && PauseTarget.Read(name) is { } self) running.Add(self);
        return new(name, running.Count == 0 && !unclear ? Running.Unsaid : new([.. running], unclear), keys);
    }

    /// <summary>The kinds of things a pause reaches are members of the context by the same names.</summary>
    static PauseTargetKind? KindOf(ref Utf8JsonReader json) =>
        json.ValueTextEquals("program"u8) ? PauseTargetKind.Program : json.ValueTextEquals("pipeline"u8) ? PauseTargetKind.Pipeline
        : json.ValueTextEquals("feature"u8) ? PauseTargetKind.Feature : json.ValueTextEquals("asset"u8) ? PauseTargetKind.Asset : null;

    /// <summary>One text, or a list of nothing but texts; null when it is something else.</summary>
    static List<string>? Texts(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String) return [json.GetString()!];
        if (json.TokenType != JsonTokenType.StartArray) { json.Skip(); return null; }
        var (texts, all) = (new List<string>(), true);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.String) texts.Add(json.GetString()!);
            else { all = false; json.Skip(); }
        }
        return all ? texts : null;
    }

    /// <summary>Some clients can put no list into their context: there the keys stand in one text, with commas.</summary>
    static List<string>? Each(List<string>? given) =>
        given is null ? null
            : [.. given.SelectMany(k => k.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                .Distinct(StringComparer.Ordinal)];
}
