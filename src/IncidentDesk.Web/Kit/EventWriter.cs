using System.Text;

namespace IncidentDesk.Web.Kit;

/// <summary>One response of server-sent events (WHATWG HTML, section 9.2), open until its reader leaves or the host stops.</summary>
internal sealed class EventWriter
{
    /// <summary>Proxies drop connections that say nothing for a minute or so.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(25);

    readonly HttpResponse _response;

    EventWriter(HttpResponse response, CancellationToken ends) => (_response, Ends) = (response, ends);

    /// <summary>Cancelled when the reader has left or the host stops.</summary>
    public CancellationToken Ends { get; }

    /// <summary>Opens the stream and lets <paramref name="tell"/> write until it returns, the reader leaves or the host stops.</summary>
    public static async Task Open(HttpContext http, Func<EventWriter, Task> tell)
    {
        // A host that stops lets its readers go: they would hold it up for half a minute, and they come back by themselves.
        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        http.Response.ContentType = "text/event-stream";
        try
        {
            await tell(new(http.Response, ends.Token));
        }
        catch (OperationCanceledException)
        {
            // The reader has left, or the host stops.
        }
    }

    /// <summary>A comment: it shows that the connection is still open.</summary>
    public Task Beat() => Send(":\n\n");

    public async Task Send(string text)
    {
        await _response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), Ends);
        await _response.Body.FlushAsync(Ends);
    }
}
