using System.CommandLine;
using System.Text.Json.Nodes;

namespace IncidentDesk.Cli.Kit;

/// <summary>One request and what a person reads about it. Results go to standard output, everything else to standard error.</summary>
internal sealed class Talk(Settings settings, ParseResult parsed, Terminal terminal)
{
    public Terminal Terminal => terminal;
    public bool Raw => parsed.GetValue(settings.Json);

    /// <summary>How a field is typed here; fields the API names that are no options keep their name.</summary>
    public required Func<string, string> Named { get; init; }

    /// <summary>
    /// How long an answer may take. A command answers within a second; a long import is read to
    /// its end before it is answered.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Sends a command, the body made anew for each attempt, and says how it went.</summary>
    public Task<int> Post(string path, Func<HttpContent> content, SendingTerms terms,
        Func<Response, int?> done, CancellationToken ct, string? prefer = null)
    {
        var (key, seen) = (terms.Key(parsed), terms.Seen(parsed));
        return Exchange(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content() };
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            if (prefer is not null) request.Headers.TryAddWithoutValidation("Prefer", prefer);
            if (seen is not null) request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen}\"");
            return request;
        }, key, done, ct);
    }

    public Task<int> Get(string path, Func<Response, int?> done, CancellationToken ct) =>
        Exchange(() => new(HttpMethod.Get, new Uri(path, UriKind.Relative)), null, done, ct);

    async Task<int> Exchange(Func<HttpRequestMessage> request, string? key, Func<Response, int?> done, CancellationToken ct)
    {
        if (Connection.Open(settings, parsed, terminal, out var problem) is not { } desk) return Refuse(problem!);
        var answer = await desk.Send(request, Patience, ct);
        var code = Exit.Of(answer.Status);
        if (answer.Done && done(answer) is { } told) return told;
        if (answer.Status > 0 && code != Exit.Unreachable && answer.Json() is JsonObject refusal && refusal["detail"] is not null)
            Refuse(refusal);
        else code = Unreachable(answer, desk.Root, key);
        return code;
    }

    /// <summary>What was answered, as it came or in words; null when it is not what a desk says.</summary>
    public int? Tell(JsonNode? said, Func<JsonNode, string> inWords)
    {
        if (said is not { } json) return null;
        terminal.Out.WriteLine(Raw ? json.ToJsonString(Json.Options) : Sentence.Harmless(inWords(json)).TrimEnd());
        return Exit.Done;
    }

    /// <summary>Found wrong before anything was sent.</summary>
    public int Refuse(string problem)
    {
        terminal.Err.WriteLine($"Nothing was sent. {problem}");
        return Exit.Invalid;
    }

    /// <summary>The desk answered, and what was wanted is not in it.</summary>
    public int Missing(string why)
    {
        terminal.Err.WriteLine(why);
        return Exit.NotFound;
    }

    public int Refuse(IReadOnlyDictionary<string, string> problems)
    {
        terminal.Err.WriteLine("Nothing was sent. Some fields are not valid.");
        foreach (var (field, why) in problems) terminal.Err.WriteLine($"  {Named(field)}: {why}");
        return Exit.Invalid;
    }

    void Refuse(JsonObject problem)
    {
        terminal.Err.WriteLine(Sentence.Harmless(problem["detail"]!.ToString()));
        foreach (var (field, reasons) in problem["errors"] as JsonObject ?? [])
            terminal.Err.WriteLine(Sentence.Harmless(
                $"  {Named(field)}: {string.Join(' ', (reasons as JsonArray ?? []).Select(r => r?.ToString()))}"));
    }

    int Unreachable(Response answer, Uri root, string? key)
    {
        terminal.Err.WriteLine(answer.Hindrance is { } why
            ? $"The desk at {root} did not answer: {why}"
            : $"The server at {root} could not carry this out (status {answer.Status}). "
                + "Check that this is the desk and that it is running.");
        terminal.Err.WriteLine(key is null
            ? "Nothing was read. Try again, or give the address of the desk with --url."
            : "It is not known whether anything was saved. Repeating it with "
                + $"--idempotency-key {key} is safe: it is carried out only once.");
        return Exit.Unreachable;
    }
}
