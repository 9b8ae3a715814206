using System.CommandLine;
using System.Net.Http.Headers;

namespace IncidentDesk.Cli.Kit;

/// <summary>The line to the desk: where it is, and on whose behalf.</summary>
internal sealed class Connection(Uri root, string? token, HttpMessageHandler? http)
{
    public Uri Root => root;

    public static Connection? Open(Settings settings, ParseResult parsed, Terminal terminal, out string? problem)
    {
        var address = parsed.GetValue(settings.Url) ?? Given(terminal, "INCIDENTDESK_URL") ?? Settings.DefaultUrl;
        if (!Uri.TryCreate(address.TrimEnd('/') + '/', UriKind.Absolute, out var root) || root.Scheme is not ("http" or "https"))
        {
            problem = $"'{address}' is not the address of a desk. Write it like http://localhost:5000, with --url or in INCIDENTDESK_URL.";
            return null;
        }
        var token = Token(settings, parsed, terminal, out problem);
        if (problem is not null) return null;
        if (token is not null && root is { Scheme: "http", IsLoopback: false })
            terminal.Err.WriteLine($"Warning: the API token goes to {root.Host} over plain http, "
                + "where others on the network can read it. Use the https address of the desk.");
        return new(root, token, terminal.Http);
    }

    /// <summary>The secret itself never stands in a message.</summary>
    static string? Token(Settings settings, ParseResult parsed, Terminal terminal, out string? problem)
    {
        problem = null;
        var token = parsed.GetValue(settings.Token)
            ?? (parsed.GetValue(settings.TokenFile) is { } file ? FileText.Try(file, File.ReadAllText, out problem)
                : Given(terminal, "INCIDENTDESK_TOKEN"));
        token = token?.Trim();
        if (token is not null && token.Any(c => c is <= ' ' or > '~'))
            problem = "The API token contains characters that are not allowed. Copy it again exactly as it was shown, on one line.";
        return string.IsNullOrEmpty(token) ? null : token;
    }

    static string? Given(Terminal terminal, string variable) => terminal.Variable(variable) is { Length: > 0 } value ? value : null;

    /// <param name="make">Makes the request, with a path from the root of the desk; again for the second attempt.</param>
    /// <param name="patience">How long an answer may take.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<Response> Send(Func<HttpRequestMessage> make, TimeSpan patience, CancellationToken ct)
    {
        var first = await Try(make, patience, ct);
        return first.LineBroke ? await Try(make, patience, ct) : first;
    }

    async Task<Response> Try(Func<HttpRequestMessage> make, TimeSpan patience, CancellationToken ct)
    {
        // A redirect would carry the token to wherever it points, and no part of the API answers with one.
        using var client = new HttpClient(http ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false },
            disposeHandler: http is null) { Timeout = patience };
        using var request = make();
        request.RequestUri = new Uri(root, request.RequestUri!.OriginalString.TrimStart('/'));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var answer = await client.SendAsync(request, ct);
            return new((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(ct))
            {
                MediaType = answer.Content.Headers.ContentType?.MediaType
            };
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new(0, [], e.Message) { LineBroke = true };
        }
        catch (OperationCanceledException)
        {
            return new(0, [], ct.IsCancellationRequested ? "you stopped before it answered" : "it did not answer within "
                + $"{(patience.TotalMinutes >= 1 ? $"{patience.TotalMinutes:0} minutes" : $"{patience.TotalSeconds:0} seconds")}");
        }
    }
}
