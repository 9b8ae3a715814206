using System.Net;

namespace IncidentDesk.Cli.Tests.Kit;

/// <summary>Answers every request the same and keeps what was asked.</summary>
internal sealed class Stub(HttpStatusCode status, string type, byte[] body) : HttpMessageHandler
{
    public Stub(string json) : this(HttpStatusCode.OK, "application/json", System.Text.Encoding.UTF8.GetBytes(json)) { }

    public List<(string Address, string? Type, string Body)> Asked { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        Asked.Add((request.RequestUri!.PathAndQuery, request.Content?.Headers.ContentType?.MediaType,
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(ct)));
        return new(status) { Content = new ByteArrayContent(body) { Headers = { { "Content-Type", type } } } };
    }
}
