using System.Globalization;

namespace IncidentDesk.Web.Kit;

/// <summary>
/// Idempotency-Key and If-Match (RFC 9110, section 13.1.1; the tag is the position the caller has seen). A header that is there and says
/// nothing is refused: who sent it counts on being protected.
/// </summary>
internal static class TermHeaders
{
    const string KeyName = "Idempotency-Key", MatchName = "If-Match";
    const int LongestKey = 255;

    public static Outcome<Terms> Read(HttpRequest request)
    {
        var (keys, matches) = (request.Headers[KeyName], request.Headers.IfMatch);
        if (keys.Count > 1) return Refusal.Invalid.Field(KeyName, "This header was sent more than once. Send it once.");
        if (matches.Count > 1) return Refusal.Invalid.Field(MatchName, "This header was sent more than once. Send it once.");
        if (keys is [var key] && ProblemOf(key ?? "") is { } wrong) return Refusal.Invalid.Field(KeyName, wrong);

        var terms = new Terms { Key = keys };
        if (matches is not [var match] || match?.Trim() == "*") return terms;
        if (match is ['W', '/', ..]) return new Refusal.WeakTag(match.Length > 40 ? match[..40] : match);
        return int.TryParse(match.AsSpan().Trim().Trim('"'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seen)
            ? terms with { Seen = seen }
            : Refusal.Invalid.Field(MatchName,
                "Send the ETag of the answer you saw: a position in quotes, for example \"17\". Without one, leave the header out.");
    }

    static string? ProblemOf(string key) =>
        string.IsNullOrWhiteSpace(key) ? "The key is empty. Send a new one for each command, or leave the header out."
        : key.Length > LongestKey ? $"A key has at most {LongestKey} characters." : WellFormed.Problem(key, lines: false, "The key");
}
