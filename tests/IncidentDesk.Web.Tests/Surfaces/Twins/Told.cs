using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace IncidentDesk.Web.Tests.Surfaces.Twins;

/// <summary>An answer byte for byte, but for what is made by chance: ids, hashes, secrets, what protects a form, and the port.</summary>
internal sealed partial record Told(int Status, string Head, string Text)
{
    /// <param name="answer">It is read to its end, unless it has none.</param>
    /// <param name="byTheLetter">Hashes in it are made from what is told, and not by chance.</param>
    public static async Task<Told> By(HttpResponseMessage answer, bool byTheLetter = false)
    {
        var endless = answer.Content.Headers.ContentType?.MediaType == "text/event-stream";
        var head = string.Join('\n', Lines(answer.Headers).Concat(Lines(answer.Content.Headers)));
        var text = endless ? "" : await answer.Content.ReadAsStringAsync();
        return byTheLetter ? new((int)answer.StatusCode, OnceOnly().Replace(head, ""), OnceOnly().Replace(text, ""))
            : new((int)answer.StatusCode, Settled(head), Settled(text));
    }

    /// <summary>Without these words, wherever they stand.</summary>
    public Told Without(params string[] words) => new(Status, words.Aggregate(Head, Cut), words.Aggregate(Text, Cut));

    /// <summary>Where two answers begin to differ, with what is around it.</summary>
    public string Beside(Told other)
    {
        var (one, two) = ($"{Status}\n{Head}\n\n{Text}", $"{other.Status}\n{other.Head}\n\n{other.Text}");
        var same = one.Zip(two).TakeWhile(c => c.First == c.Second).Count();
        return $"{Around(one, same)}\n-- and --\n{Around(two, same)}";
    }

    static string Around(string text, int at) => text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 200)];

    static string Cut(string text, string word) => text.Replace(word, "", StringComparison.Ordinal);

    /// <summary>
    /// What protects a form adds its cookie, and that nothing may be kept, to a page whose first byte has not been sent by then; with a
    /// database elsewhere that is a matter of microseconds.
    /// </summary>
    static IEnumerable<string> Lines(HttpHeaders headers) => headers
        .Where(h => h.Key is not ("Date" or "Content-Length" or "Pragma"))
        .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}".Replace(", no-cache", "", StringComparison.Ordinal))
        .Where(line => !line.StartsWith("Set-Cookie: desk-form=", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>What is made by chance is called by the order in which it appears: the same twice is still the same twice.</summary>
    static string Settled(string text)
    {
        var seen = new Dictionary<string, string>();
        return ByChance().Replace(OnceOnly().Replace(text, ""), found =>
            seen.TryGetValue(found.Value, out var name) ? name : seen[found.Value] = $"~{seen.Count}~");
    }

    [GeneratedRegex("""name="(__RequestVerificationToken|_key)"[^>]*value="[^"]*"|<!--Blazor-.*?-->|CfDJ8[\w-]+|127\.0\.0\.1:\d+""")]
    private static partial Regex OnceOnly();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32,64}|[A-Za-z0-9_-]{40,}")]
    private static partial Regex ByChance();
}
