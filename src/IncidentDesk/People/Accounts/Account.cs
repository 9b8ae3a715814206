using System.Collections.Immutable;
using System.Security.Cryptography;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.People.Accounts;

/// <summary>
/// How a person proves who they are. Credentials are no facts for the record: they are
/// overwritten, and forgotten when replaced.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>
    /// So many wrong guesses within <see cref="Window"/>, from anywhere but devices that its person is known on; then a code from
    /// elsewhere is not looked at until the window is over, and a recovery code is. They are made by who has the password, or where
    /// there is no second factor yet.
    /// </summary>
    public const int MostFailures = 40;
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    readonly Seal _seal = Seal.None;
    string? _authenticatorKey, _offeredKey;

    public Account() { }

    /// <summary>Also called by EF Core, with the context that reads the row.</summary>
    internal Account(DeskDb db) => _seal = db.Seal;

    /// <summary>
    /// Key of the authenticator in base32 (RFC 4648); null until one is confirmed, and when the keys of the desk that seal it are lost.
    /// </summary>
    public string? AuthenticatorKey
    {
        get => _seal.Open(_authenticatorKey);
        set => _authenticatorKey = _seal.Close(value);
    }

    /// <summary>A key that was shown and waits for its first code.</summary>
    public string? OfferedKey
    {
        get => _seal.Open(_offeredKey);
        set => _offeredKey = _seal.Close(value);
    }

    /// <summary>Seals what was written before keys were sealed.</summary>
    internal void SealKeys()
    {
        if (_authenticatorKey is { } key && !Seal.IsClosed(key)) AuthenticatorKey = key;
        if (_offeredKey is { } offered && !Seal.IsClosed(offered)) OfferedKey = offered;
    }

    /// <summary>The time step of the last code accepted; that code and older ones are spent.</summary>
    public long LastStep { get; set; }

    /// <summary>SHA-256 of the recovery codes that are left.</summary>
    public ImmutableArray<string> RecoveryCodes { get; set; } = [];

    internal bool IsGuessedAt(DateTimeOffset now) => AccessFailedCount >= MostFailures && LockoutEnd > now;

    internal void Fail(DateTimeOffset now)
    {
        if (LockoutEnd is null || LockoutEnd <= now) (AccessFailedCount, LockoutEnd) = (0, now + Window);
        AccessFailedCount++;
    }

    void Forgive() => (AccessFailedCount, LockoutEnd) = (0, null);

    /// <summary>Sessions carry the stamp they began with; a new one ends them all.</summary>
    internal void EndSessions() => SecurityStamp = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    internal void SetPassword(string? hash)
    {
        PasswordHash = hash;
        Forgive();
        EndSessions();
    }

    /// <summary>Offers a key unless an authenticator stands already.</summary>
    internal void OfferFirstKey()
    {
        if (!TwoFactorEnabled) OfferedKey ??= Totp.NewKey();
    }

    /// <summary>Takes the code of the authenticator or a recovery code; each is good once.</summary>
    /// <param name="code">As it was typed.</param>
    /// <param name="now">What time it is (UTC).</param>
    /// <param name="onlyRecovery">Six digits can be guessed, a recovery code cannot.</param>
    internal bool Redeem(string code, DateTimeOffset now, bool onlyRecovery)
    {
        if (!onlyRecovery && AuthenticatorKey is { } key && Totp.Match(key, code, now, after: LastStep) is { } step)
        {
            LastStep = step;
            return true;
        }
        var left = RecoveryCodes.Remove(Accounts.RecoveryCodes.HashOf(code));
        if (left.Length == RecoveryCodes.Length) return false;
        RecoveryCodes = left;
        return true;
    }

    /// <summary>Takes the offered key into use when the code shows that the person's device holds it; returns new recovery codes.</summary>
    internal IReadOnlyList<string>? Confirm(string code, DateTimeOffset now)
    {
        if (OfferedKey is null || Totp.Match(OfferedKey, code, now, after: 0) is not { } step) return null;
        var codes = Accounts.RecoveryCodes.New();
        (AuthenticatorKey, OfferedKey, LastStep, TwoFactorEnabled) = (OfferedKey, null, step, true);
        RecoveryCodes = [.. codes.Select(Accounts.RecoveryCodes.HashOf)];
        EndSessions();
        return codes;
    }

    internal void ResetAuthenticator()
    {
        (AuthenticatorKey, TwoFactorEnabled, RecoveryCodes, OfferedKey) = (null, false, [], Totp.NewKey());
        EndSessions();
    }
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> table)
    {
        table.ToTable("Accounts");
        table.HasKey(a => a.Id);
        table.Property(a => a.Id).ValueGeneratedNever();
        table.Property(a => a.RecoveryCodes).IsJson();
        // What is stored is sealed; the property opens it.
        table.Property(a => a.AuthenticatorKey).HasField("_authenticatorKey").UsePropertyAccessMode(PropertyAccessMode.Field);
        table.Property(a => a.OfferedKey).HasField("_offeredKey").UsePropertyAccessMode(PropertyAccessMode.Field);
        // Name and address belong to the person; there is one writer, and every account can be made to wait.
        table.Ignore(a => a.UserName).Ignore(a => a.NormalizedUserName).Ignore(a => a.Email)
            .Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed)
            .Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed).Ignore(a => a.LockoutEnabled).Ignore(a => a.ConcurrencyStamp);
    }
}
