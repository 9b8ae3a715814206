using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;

namespace IncidentDesk.Web.Kit;

/// <summary>Reads a command from a JSON body. What is wrong with it is said field by field, before anything is done.</summary>
internal static partial class CommandBody
{
    /// <summary>Long lists of keys are sent in one body; files are streamed and have a bound of their own.</summary>
    public const int Largest = 32 * 1024 * 1024;

    public static readonly Refusal NoJson = Refusal.Invalid.Field("body", "Send JSON, with the header Content-Type: application/json.");

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    public static async Task<Outcome<T>> Read<T>(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength is > Largest) return new Refusal.TooLarge("The body", "32 MiB");
        if (await AskFirst.Bars<T>(request, ct) is { } barred) return barred;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
            bound.MaxRequestBodySize = Largest;
        try
        {
            var empty = request.ContentLength is 0 || (request.ContentLength is null && request.Headers.TransferEncoding.Count == 0);
            if (!empty && !request.HasJsonContentType()) return NoJson;
            var node = empty ? new JsonObject() : await JsonNode.ParseAsync(request.Body, null, Strict, ct);
            return node is JsonObject body
                ? FromJson<T>(body, request.RouteValues)
                : Refusal.Invalid.Field("body", "Send a JSON object with the fields of the command.");
        }
        catch (JsonException malformed)
        {
            if (Twice().Match(malformed.Message) is { Success: true } twice)
                return Refusal.Invalid.Field(twice.Groups[1].Value, "This field occurs more than once in the body. Send it once.");
            var place = malformed.LineNumber is { } line ? $": line {line + 1}, byte {malformed.BytePositionInLine + 1}" : "";
            return Refusal.Invalid.Field("body", $"This is not JSON{place}.");
        }
        catch (BadHttpRequestException broken) when (broken.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new Refusal.TooLarge("The body", "32 MiB");
        }
    }

    /// <summary>Route values fill properties of the same name; the body may not name them again.</summary>
    public static Outcome<T> FromJson<T>(JsonObject body, RouteValueDictionary route)
    {
        var shape = CommandShape.Of(typeof(T));
        try
        {
            var problems = shape.Unknown(body, route);
            shape.ResolveLocalTimes(body, problems);
            if (problems.Count > 0) return new Refusal.Invalid(problems);
            shape.JoinWords(body);
            shape.FillIn(body, route);
            return body.Deserialize<T>(Json.Options)!;
        }
        catch (JsonException wrong)
        {
            var field = wrong.Path?.TrimStart('$').TrimStart('.') is { Length: > 0 } path ? path : "body";
            return Refusal.Invalid.Field(field, shape.Wanted(field, body));
        }
        // JSON is read lazily: only who asks for a text learns that \ud83d stands alone in it.
        catch (InvalidOperationException) when (HalfIn(body) is { } field)
        {
            return Refusal.Invalid.Field(field, WellFormed.Problem("\uD83D", lines: true)!);
        }
    }

    /// <summary>The first field with a text that no string can hold; null when there is none.</summary>
    static string? HalfIn(JsonObject body)
    {
        var field = "body";
        try
        {
            foreach (var (name, value) in body)
            {
                field = name;
                ReadThrough(value);
                field = "body";
            }
            return null;
        }
        catch (InvalidOperationException)
        {
            return field;
        }
    }

    static void ReadThrough(JsonNode? node)
    {
        if (node is JsonObject members)
            foreach (var (_, value) in members) ReadThrough(value);
        else if (node is JsonArray items)
            foreach (var item in items) ReadThrough(item);
        else if (node is JsonValue value) value.TryGetValue<string>(out _);
    }

    /// <summary>The framework says it in words only; a test would notice other ones.</summary>
    [GeneratedRegex("^Duplicate property '(.+)' ")]
    private static partial Regex Twice();
}
