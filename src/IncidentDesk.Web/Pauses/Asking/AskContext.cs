using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>What the body of an evaluation says: who asks, and for bulk which keys. Everything else a client sends along is ignored.</summary>
/// <param name="Problem">An OFREP error code when the body cannot be used.</param>
internal sealed record AskContext(string? TargetingKey, IReadOnlyList<string>? Keys, string? Problem = null)
{
    const int Largest = 256 * 1024;
    static readonly AskContext None = new(null, null);

    public static async Task<AskContext> Read(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && request.Headers.TransferEncoding.Count == 0)) return None;
        if (request.ContentLength is > Largest) return None with { Problem = "PARSE_ERROR" };
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound) bound.MaxRequestBodySize = Largest;
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: ct);
            return Of(body.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or BadHttpRequestException)
        {
            return None with { Problem = "PARSE_ERROR" };
        }
    }

    static AskContext Of(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) return None with { Problem = "PARSE_ERROR" };
        if (!body.TryGetProperty("context", out var context)) return None;
        if (context.ValueKind != JsonValueKind.Object) return None with { Problem = "INVALID_CONTEXT" };
        var name = context.TryGetProperty("targetingKey", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
        return new(name, context.TryGetProperty("keys", out var keys) ? Listed(keys) : null);
    }

    static List<string>? Listed(JsonElement keys) => keys.ValueKind switch
    {
        JsonValueKind.Array => [.. keys.EnumerateArray().Where(k => k.ValueKind == JsonValueKind.String).Select(k => k.GetString()!).Distinct(StringComparer.Ordinal)],
        JsonValueKind.String => [.. keys.GetString()!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)],
        _ => null,
    };
}
