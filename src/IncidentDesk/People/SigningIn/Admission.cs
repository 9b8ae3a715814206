using IncidentDesk.People.Accounts;

namespace IncidentDesk.People.SigningIn;

/// <summary>Somebody proved who they are; from this the web makes a session.</summary>
/// <param name="Person">Who.</param>
/// <param name="Stamp">The session ends when the account's stamp is another one.</param>
/// <param name="HasAuthenticator">Without one, a session is good for setting it up and for nothing else.</param>
public sealed record Admission(Guid Person, string Stamp, bool HasAuthenticator)
{
    internal static Admission To(Account account) => new(account.Id, account.SecurityStamp!, account.TwoFactorEnabled);
}
