using IncidentDesk.People.Authenticating;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Accounts;

/// <summary>One's own account: what protects it, and what is left to do.</summary>
public sealed record OwnAccount(bool HasAuthenticator, int RecoveryCodesLeft, OfferedAuthenticator? Offered);

public static class AccountQueries
{
    static readonly Func<DeskDb, Guid, string, IAsyncEnumerable<bool>> GoodSession =
        EF.CompileAsyncQuery((DeskDb db, Guid person, string stamp) =>
            from a in db.Set<Account>()
            where a.Id == person && a.SecurityStamp == stamp && db.Set<Person>().Any(p => p.Id == person && p.Active)
            select a.TwoFactorEnabled);

    /// <summary>
    /// Whether a session that began with this stamp is still good, and whether its person has an
    /// authenticator; null when it has ended.
    /// </summary>
    public static async Task<bool?> Session(DeskDb db, Guid person, string stamp, CancellationToken ct)
    {
        await foreach (var hasAuthenticator in GoodSession(db, person, stamp).WithCancellation(ct)) return hasAuthenticator;
        return null;
    }

    public static async Task<OwnAccount> Own(DeskDb db, Caller caller, CancellationToken ct = default)
    {
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == caller.Id, ct) ?? new();
        var email = await db.People.Where(p => p.Id == caller.Id).Select(p => p.Email).FirstOrDefaultAsync(ct);
        return new(account.TwoFactorEnabled, account.RecoveryCodes.Length, OfferedAuthenticator.Of(account, email ?? ""));
    }
}
