using System.Buffers;
using System.Text.Json;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>Sends what was evaluated.</summary>
internal static class OfrepResponse
{
    public static Task Send(HttpContext http, ReadOnlyMemory<byte> json, int status = 200)
    {
        Begin(http, status, json.Length);
        return http.Response.BodyWriter.WriteAsync(json, http.RequestAborted).AsTask();
    }

    public static Task Send(HttpContext http, int status, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(bytes)) write(json);
        return Send(http, bytes.WrittenMemory, status);
    }

    public static Task Fail(HttpContext http, int status, string? key, string code, string details) =>
        Send(http, status, json => Evaluation.WriteFailure(json, key, code, details));

    public static void Begin(HttpContext http, int status, long length)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = length;
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
    }
}
