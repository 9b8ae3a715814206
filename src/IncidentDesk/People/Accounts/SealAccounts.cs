using FluentValidation;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Accounts;

/// <summary>Seals the keys of authenticators that an earlier version kept in plain text. Sent by the desk when it starts.</summary>
[AllowSystem]
public sealed record SealAccounts : ICommand<int>
{
    /// <summary>Accounts whose keys are not sealed yet.</summary>
    internal static IQueryable<Account> Open(DeskDb db) => db.Accounts.Where(a =>
        (a.AuthenticatorKey != null && !EF.Functions.Like(a.AuthenticatorKey, "%:%"))
        || (a.OfferedKey != null && !EF.Functions.Like(a.OfferedKey, "%:%")));
}

public sealed class SealAccountsValidator : AbstractValidator<SealAccounts>;

internal sealed class SealAccountsHandler(DeskDb db) : IRequestHandler<SealAccounts, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(SealAccounts c, CancellationToken ct)
    {
        var open = await SealAccounts.Open(db).ToListAsync(ct);
        foreach (var account in open) account.SealKeys();
        await db.Keep(ct);
        return open.Count;
    }
}
