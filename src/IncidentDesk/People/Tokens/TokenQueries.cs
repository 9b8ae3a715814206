using IncidentDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Tokens;

/// <summary>A token somebody presented, and for whom it speaks.</summary>
/// <param name="Token">Its identity.</param>
/// <param name="Actor">The person behind it, limited to the roles of the token.</param>
/// <param name="LastUsed">The last day (UTC) on which a use was noted.</param>
public sealed record PresentedToken(Guid Token, Actor Actor, DateOnly? LastUsed);

/// <summary>A token as its owner sees it; the token itself cannot be shown again.</summary>
public sealed record TokenRow(Guid Id, string Name, Roles Roles, DateTimeOffset IssuedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, DateOnly? LastUsed);

public static class TokenQueries
{
    static readonly Func<DeskDb, string, IAsyncEnumerable<Row>> ByHash = EF.CompileAsyncQuery((DeskDb db, string hash) =>
        from token in db.Tokens
        where token.Hash == hash && token.RevokedAt == null && db.People.Any(p => p.Id == token.Person && p.Active)
        select new Row(token.Id, token.Person, token.Name, token.Roles, token.ExpiresAt,
            db.TokenUses.Where(u => u.Token == token.Id).Select(u => (DateOnly?)u.Day).FirstOrDefault()));

    /// <summary>Who stands behind a token; null when it is unknown, revoked or expired, or its person is no longer active.</summary>
    public static async Task<PresentedToken?> Present(DeskDb db, string secret, DateTimeOffset now, CancellationToken ct)
    {
        // Looked up by hash: what the time of an index search tells about a hash tells nothing about the secret.
        await foreach (var t in ByHash(db, OneTimeLink.HashOf(secret)).WithCancellation(ct))
            return t.ExpiresAt <= now ? null : new(t.Id, new Actor(t.Person, $"api: {t.Name}") { Limit = t.Roles }, t.LastUsed);
        return null;
    }

    /// <summary>The tokens of a person, newest first; for that person and for administrators.</summary>
    public static async Task<IReadOnlyList<TokenRow>> Of(DeskDb db, Caller caller, Guid person, CancellationToken ct = default)
    {
        if (caller.Id != person && !caller.Has(Roles.Administrator)) return [];
        return await db.Tokens.AsNoTracking().Where(t => t.Person == person).OrderByDescending(t => t.IssuedAt).ThenBy(t => t.Name)
            .Select(t => new TokenRow(t.Id, t.Name, t.Roles, t.IssuedAt, t.ExpiresAt, t.RevokedAt,
                db.TokenUses.Where(u => u.Token == t.Id).Select(u => (DateOnly?)u.Day).FirstOrDefault()))
            .ToListAsync(ct);
    }

    sealed record Row(Guid Id, Guid Person, string Name, Roles Roles, DateTimeOffset? ExpiresAt, DateOnly? LastUsed);
}
