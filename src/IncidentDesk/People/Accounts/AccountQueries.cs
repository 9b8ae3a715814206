using IncidentDesk.People.Authenticating;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Accounts;

/// <summary>One's own account: what protects it, and what is left to do.</summary>
public sealed record OwnAccount(bool HasAuthenticator, int RecoveryCodesLeft, OfferedAuthenticator? Offered);

public static class AccountQueries
{
    public static async Task<OwnAccount> Own(DeskDb db, Caller caller, CancellationToken ct = default)
    {
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == caller.Id, ct) ?? new();
        var email = await db.People.Where(p => p.Id == caller.Id).Select(p => p.Email).FirstOrDefaultAsync(ct);
        return new(account.TwoFactorEnabled, account.RecoveryCodes.Length, OfferedAuthenticator.Of(account, email ?? ""));
    }
}
