using FluentValidation;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses.Asking;

/// <summary>
/// Notes how often which client asked for which pause. Sent by the desk itself every few seconds in
/// the name of the token that asked.
/// </summary>
[AllowSignedIn]
public sealed record NoteAsks : ICommand<int>
{
    public List<AskCount> Asks { get; set; } = [];
}

/// <param name="Key">Of the pause.</param>
/// <param name="Client">What the client calls itself, else the name of its token.</param>
/// <param name="Last">When it asked last, UTC.</param>
public sealed record AskCount(string Key, string Client, long Count, DateTimeOffset Last);

public sealed class NoteAsksValidator : AbstractValidator<NoteAsks>
{
    public NoteAsksValidator() =>
        RuleForEach(c => c.Asks).Must(a => a is { Count: > 0, Client.Length: > 0 and <= 400, Key.Length: > 0 and <= 100 })
            .WithMessage("Each item names a pause, a client and how often it asked.");
}

internal sealed class NoteAsksHandler(DeskDb db) : IRequestHandler<NoteAsks, Outcome<int>>
{
    /// <summary>
    /// Who makes up names for itself must not fill the disk either; further ones are noted
    /// under the name of their token.
    /// </summary>
    const int MostClients = 1_000;

    public async Task<Outcome<int>> Handle(NoteAsks c, CancellationToken ct)
    {
        var full = await Full(c, ct);
        // Several nodes add to the same rows.
        await using var more = db.Sql("""
            INSERT INTO PauseAsks (PauseKey, Client, FirstAt, LastAt, Count) VALUES (@key, @client, @last, @last, @count)
            ON CONFLICT (PauseKey, Client) DO UPDATE SET Count = PauseAsks.Count + excluded.Count,
                LastAt = CASE WHEN excluded.LastAt > PauseAsks.LastAt THEN excluded.LastAt ELSE PauseAsks.LastAt END
            """,
            ("@key", null), ("@client", null), ("@last", null), ("@count", null));
        foreach (var asked in c.Asks)
        {
            var client = full.GetValueOrDefault(asked.Key)?.Contains(asked.Client) is false ? db.Caller.Via : asked.Client;
            await more.Again(asked.Key, client, asked.Last, asked.Count).ExecuteNonQueryAsync(ct);
        }
        return c.Asks.Count;
    }

    /// <summary>The clients of those pauses that have, or will have with these, more than are kept.</summary>
    async Task<Dictionary<string, HashSet<string>>> Full(NoteAsks c, CancellationToken ct)
    {
        using var all = db.SeeingAll();
        var news = c.Asks.CountBy(a => a.Key).ToDictionary();
        var keys = news.Keys.ToList();
        var kept = await db.Set<PauseAsk>().Where(a => keys.Contains(a.PauseKey)).GroupBy(a => a.PauseKey)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var full = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var key in keys.Where(k => news[k] + kept.GetValueOrDefault(k) > MostClients))
            full[key] = [.. await db.Set<PauseAsk>().Where(a => a.PauseKey == key).Select(a => a.Client).ToListAsync(ct),
                .. c.Asks.Where(a => a.Key == key).Select(a => a.Client).Take(Math.Max(0, MostClients - kept.GetValueOrDefault(key)))];
        return full;
    }
}
