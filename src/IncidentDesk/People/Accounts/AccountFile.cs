using IncidentDesk.Record;

namespace IncidentDesk.People.Accounts;

/// <summary>Finding and keeping what is overwritten instead of recorded: credentials, and the day on which a token was last used.</summary>
internal static class AccountFile
{
    /// <summary>The account of a person, made when there is none yet.</summary>
    public static async Task<Account> AccountOf(this DeskDb db, Guid person, CancellationToken ct)
    {
        if (await db.Accounts.FindAsync([person], ct) is { } account) return account;
        account = new(db) { Id = person };
        account.EndSessions();
        db.Accounts.Add(account);
        return account;
    }

    /// <summary>For a command that has nothing to record.</summary>
    public static Task Keep(this DeskDb db, CancellationToken ct) => db.SaveChangesAsync(ct);
}
