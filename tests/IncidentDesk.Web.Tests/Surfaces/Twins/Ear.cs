using System.Text;

namespace IncidentDesk.Web.Tests.Surfaces.Twins;

/// <summary>Everything that came over one event stream so far.</summary>
internal sealed class Ear : IAsyncDisposable
{
    readonly StringBuilder _heard = new();
    readonly CancellationTokenSource _enough = new();
    readonly Stream _stream;
    readonly Task _listening;
    string? _ended;

    Ear(Stream stream) => (_stream, _listening) = (stream, Listen(stream));

    public static async Task<Ear> At(HttpClient client, string address)
    {
        var answer = await client.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new(await answer.Content.ReadAsStreamAsync());
    }

    async Task Listen(Stream stream)
    {
        try
        {
            var bytes = new byte[4096];
            for (int read; (read = await stream.ReadAsync(bytes, _enough.Token)) > 0;)
                lock (_heard) _heard.Append(Encoding.UTF8.GetString(bytes, 0, read));
            _ended = "It ended.";
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException)
        {
            _ended = broken.Message;
        }
    }

    /// <summary>Everything but heartbeats, and how it ended if it did.</summary>
    public string Heard
    {
        get { lock (_heard) return _heard.ToString().Replace(":\n\n", "", StringComparison.Ordinal) + _ended; }
    }

    public int Events => Heard.Split("\ndata: ").Length - 1;

    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        await _listening;
        await _stream.DisposeAsync();
        _enough.Dispose();
    }
}
