using IncidentDesk.People.Inviting;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Tokens;

/// <summary>A token somebody presented, and for whom it speaks.</summary>
/// <param name="Token">Its identity.</param>
/// <param name="Actor">The person behind it, limited to the roles of the token.</param>
/// <param name="LastUsed">The last day (UTC) on which a use was noted.</param>
/// <param name="ExpiresAt">From this instant it is refused.</param>
public sealed record PresentedToken(Guid Token, Actor Actor, DateOnly? LastUsed, DateTimeOffset? ExpiresAt);

/// <summary>A token as its owner sees it; the token itself cannot be shown again.</summary>
/// <param name="Waits">Not confirmed yet by its owner; it opens nothing.</param>
/// <param name="OfferedBy">Who made it, where that was not its owner.</param>
public sealed record TokenRow(Guid Id, string Name, Roles Roles, DateTimeOffset IssuedAt,
    DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, DateOnly? LastUsed, bool Waits, string? OfferedBy);

public static class TokenQueries
{
    /// <summary>
    /// Who stands behind a token; null when it is unknown, revoked or expired, its person is no longer active, or has none of its roles
    /// any more.
    /// </summary>
    public static async Task<PresentedToken?> Present(DeskDb db, string secret, DateTimeOffset now, CancellationToken ct)
    {
        // Looked up by hash: what the time of an index search tells about a hash tells nothing about the secret.
        var token = await InForce(db, OneTimeLink.HashOf(secret), ct);
        return token is null || token.ExpiresAt <= now || token.Roles == Roles.None ? null
            : new(token.Id, new Actor(token.Person, $"api: {token.Name}")
                { Limit = token.Roles, Token = token.Id, ByAnother = token.ByAnother }, token.LastUsed, token.ExpiresAt);
    }

    /// <summary>
    /// The tokens of a person, newest first; for that person and for administrators. A token that administrates nothing sees itself.
    /// </summary>
    public static async Task<IReadOnlyList<TokenRow>> Of(DeskDb db, Caller caller, Guid person, CancellationToken ct = default)
    {
        if (caller.Id != person && !caller.Has(Roles.Administrator)) return [];
        var only = caller.Has(Roles.Administrator) ? null : caller.Token;
        return await db.Tokens.AsNoTracking().Where(t => t.Person == person && (only == null || t.Id == only))
            .OrderByDescending(t => t.IssuedAt).ThenBy(t => t.Name)
            .Select(t => new TokenRow(t.Id, t.Name, t.Roles, t.IssuedAt, t.ExpiresAt, t.RevokedAt,
                db.Set<TokenUse>().Where(u => u.Token == t.Id).Select(u => (DateOnly?)u.Day).FirstOrDefault(),
                t.Waits, t.OfferedBy))
            .ToListAsync(ct);
    }

    /// <summary>Whose token it was, and its name, for one that opens nothing any more; null for one that never was.</summary>
    internal static async Task<(Guid Person, string Name)?> Ended(DeskDb db, string hash, CancellationToken ct)
    {
        var found = await db.Rows("SELECT Person, Name FROM Tokens WHERE Hash = @hash",
            row => (row.GetGuid(0), row.GetString(1)), ct, ("@hash", hash));
        return found is [var token] ? token : null;
    }

    /// <summary>A token in force, of somebody who is active, by its hash; when it expires is the caller's to look at.</summary>
    static async Task<TokenInForce?> InForce(DeskDb db, string hash, CancellationToken ct)
    {
        var found = await db.Rows("""
            SELECT t.Id, t.Person, t.Name, t.Roles, t.ExpiresAt, u.Day, p.Roles, t.OfferedBy IS NOT NULL
            FROM Tokens t JOIN People p ON p.Id = t.Person AND p.Active LEFT JOIN TokenUses u ON u.Token = t.Id
            WHERE t.Hash = @hash AND t.RevokedAt IS NULL AND NOT t.Waits
            """,
            row => new TokenInForce(row.GetGuid(0), row.GetGuid(1), row.GetString(2),
            (Roles)row.GetInt32(3) & ((Roles)row.GetInt32(6)).WithImplied(),
            row.IsDBNull(4) ? null : new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero),
            row.IsDBNull(5) ? null : row.GetFieldValue<DateOnly>(5), row.GetBoolean(7)), ct, ("@hash", hash));
        return found is [var token] ? token : null;
    }

    /// <param name="Roles">Those of the token that its person has now.</param>
    /// <param name="LastUsed">The last day (UTC) on which a use was noted.</param>
    sealed record TokenInForce(
        Guid Id, Guid Person, string Name, Roles Roles, DateTimeOffset? ExpiresAt, DateOnly? LastUsed, bool ByAnother);
}
