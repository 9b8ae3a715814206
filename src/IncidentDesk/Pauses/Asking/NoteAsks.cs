using FluentValidation;
using IncidentDesk.Storage;
using MediatR;

namespace IncidentDesk.Pauses.Asking;

/// <summary>Notes how often which client asked for which pause. Sent by the desk itself every few seconds in the name of the token that asked.</summary>
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
    public NoteAsksValidator() => RuleForEach(c => c.Asks).Must(a => a is { Count: > 0, Client.Length: > 0 and <= 400, Key.Length: > 0 and <= 100 })
        .WithMessage("Each names a pause, a client and how often it asked.");
}

internal sealed class NoteAsksHandler(DeskDb db) : IRequestHandler<NoteAsks, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(NoteAsks c, CancellationToken ct)
    {
        // Several nodes add to the same rows.
        await using var more = db.Sql("""
            INSERT INTO PauseAsks (PauseKey, Client, FirstAt, LastAt, Count) VALUES (@key, @client, @last, @last, @count)
            ON CONFLICT (PauseKey, Client) DO UPDATE SET Count = PauseAsks.Count + excluded.Count,
                LastAt = CASE WHEN excluded.LastAt > PauseAsks.LastAt THEN excluded.LastAt ELSE PauseAsks.LastAt END
            """, ("@key", null), ("@client", null), ("@last", null), ("@count", null));
        foreach (var asked in c.Asks) await more.Again(asked.Key, asked.Client, asked.Last, asked.Count).ExecuteNonQueryAsync(ct);
        return c.Asks.Count;
    }
}
