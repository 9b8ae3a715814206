using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Tokens;

/// <summary>Ending all tokens of a person at once.</summary>
internal static class TokenFile
{
    /// <summary>Where the record is then; null when there was nothing to revoke.</summary>
    public static async Task<Outcome<Position>?> RevokeTokens(this DeskDb db, Recorder recorder, Guid person, CancellationToken ct)
    {
        Outcome<Position>? ended = null;
        foreach (var token in await db.Tokens.Where(t => t.Person == person && t.RevokedAt == null).OrderBy(t => t.Id).ToListAsync(ct))
        {
            ended = await recorder.Record(token.Revoke(), ct);
            if (ended is { Done: false }) break;
        }
        return ended;
    }
}
