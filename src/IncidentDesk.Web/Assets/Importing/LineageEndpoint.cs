using System.IO.Compression;
using IncidentDesk.Assets.Importing.OpenLineage.Receiving;
using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.Http.Features;

namespace IncidentDesk.Web.Assets.Importing;

/// <summary>
/// Where OpenLineage clients send to, at the address and with the answers that they know
/// (https://openlineage.io/apidocs/openapi).
/// </summary>
internal static class LineageEndpoint
{
    public const string Path = "/api/v1/lineage";

    /// <summary>An event names what a run touched, not the data; those with the plan of a large query come to a few megabytes.</summary>
    const int Largest = 8 << 20, AtOnce = 16;

    /// <summary>So that a burst of large bodies cannot fill the memory; the others wait with theirs unread.</summary>
    static readonly SemaphoreSlim Reading = new(AtOnce);

    public static void MapLineage(this WebApplication app)
    {
        foreach (var (path, name) in new[] { (Path, "SendLineage"), (Path + "/batch", "SendLineageBatch") })
            app.MapPost(path, Receive).WithTags("Assets").WithName(name)
                .WithSummary("Send OpenLineage events, one or an array. A token with the role lineage is "
                    + "enough and permits nothing else. The answer is sent once they are in the catalogue")
                .Accepts<Stream>("application/json").Produces<LineageAnswer>()
                .Produces<LineageAnswer>(201).Produces<Problem>(400, "application/problem+json")
                .Produces<Problem>(413, "application/problem+json").Produces<Problem>(503, "application/problem+json");
    }

    static async Task<IResult> Receive(HttpContext http, LineageInbox inbox, CancellationToken ct)
    {
        var by = http.User.ToActor();
        if (!await inbox.May(by, ct)) return new Refusal.NotFound("such item").ToResult();
        var events = await Read(http, ct);
        if (!events.Done) return events.Refusal.ToResult();
        if (events.Value is { IsBatch: false, Failed: [var only] }) return Refusal.Invalid.Field("body", only.Reason).ToResult();
        var refusal = await inbox.Take(events.Value, by);
        return refusal is null ? Answers.Json(LineageAnswer.Of(events.Value), events.Value.IsBatch ? 200 : 201) : Refused(http, refusal);
    }

    static async Task<Outcome<ReceivedEvents>> Read(HttpContext http, CancellationToken ct)
    {
        if (http.Request.ContentLength > Largest) return new Refusal.TooLarge("The body", "8 MiB");
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound) bound.MaxRequestBodySize = Largest;
        await Reading.WaitAsync(ct);
        try
        {
            await using var sent = http.Request.Headers.ContentEncoding.ToString().Equals("gzip", StringComparison.OrdinalIgnoreCase)
                ? new GZipStream(http.Request.Body, CompressionMode.Decompress, leaveOpen: true) : http.Request.Body;
            using var body = new MemoryStream();
            var buffer = new byte[16 << 10];
            for (int read; (read = await sent.ReadAsync(buffer, ct)) > 0;)
                if (body.Length + read > Largest) return new Refusal.TooLarge("The body", "8 MiB");
                else body.Write(buffer, 0, read);
            return ReceivedEvents.Read(body.ToArray());
        }
        catch (InvalidDataException)
        {
            return Refusal.Invalid.Field("body", "The body is declared as gzip but is not gzip.");
        }
        catch (BadHttpRequestException broken) when (broken.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new Refusal.TooLarge("The body", "8 MiB");
        }
        finally
        {
            Reading.Release();
        }
    }

    /// <summary>Clients send again after 503, and give up after any answer below 500.</summary>
    static IResult Refused(HttpContext http, Refusal refusal)
    {
        if (refusal is not LineageBusy) return refusal.ToResult();
        http.Response.Headers.RetryAfter = "2";
        return Answers.Json(new Problem("about:blank", "Busy", 503, refusal.Why, Answers.CodeOf(refusal), null), 503, Answers.ProblemType);
    }
}
