using IncidentDesk.People.Events;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.People.Tokens;

/// <summary>Lets a machine speak for a person, with no more roles than the person has at that moment.</summary>
public sealed record ApiToken
{
    public required Guid Id { get; init; }
    public required Guid Person { get; init; }
    public required string Name { get; init; }
    public Roles Roles { get; init; }

    /// <summary>SHA-256 of the token; 64 hexadecimal digits.</summary>
    public required string Hash { get; init; }
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>From this instant (UTC) it is refused.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Made by somebody else and not confirmed by its person yet; it opens nothing.</summary>
    public bool Waits { get; init; }

    /// <summary>Who made it, where that was not its person. They have seen it, so it never signs as a second person.</summary>
    public string? OfferedBy { get; init; }

    internal Outcome<Fact> Revoke() => RevokedAt is not null ? new TokenRevokedBefore(Name) : (Fact)new TokenRevoked(Id, Name);

    internal Outcome<Fact> Confirm() => this switch
    {
        { RevokedAt: not null } => new TokenRevokedBefore(Name),
        { Waits: false } => new TokenConfirmedBefore(Name),
        _ => (Fact)new TokenConfirmed(Id, Name),
    };

    internal static ApiToken? Apply(ApiToken? was, Recorded what) => what.Event switch
    {
        TokenIssued e => new()
        {
            Id = e.Token, Person = e.Person, Name = e.Name, Roles = e.Roles,
            Hash = e.Hash, IssuedAt = what.At, ExpiresAt = e.ExpiresAt
        },
        TokenOffered e => new()
        {
            Id = e.Token, Person = e.Person, Name = e.Name, Roles = e.Roles,
            Hash = e.Hash, IssuedAt = what.At, ExpiresAt = e.ExpiresAt, Waits = true, OfferedBy = what.Entry.RecordedByName
        },
        TokenConfirmed when was is not null => was with { Waits = false },
        TokenRevoked when was is not null => was with { RevokedAt = what.At },
        _ => was,
    };

    /// <summary>There is nothing left to revoke.</summary>
    public sealed record TokenRevokedBefore(string Name) : Refusal.Rule($"Nothing was changed. The token “{Name}” is already revoked.");

    public sealed record TokenConfirmedBefore(string Name)
        : Refusal.Rule($"Nothing was changed. The token “{Name}” is already confirmed.");
}

/// <summary>The last day (UTC) on which a token was used: kept by the day, so that using one hardly ever writes.</summary>
internal sealed class TokenUse
{
    public Guid Token { get; init; }
    public DateOnly Day { get; set; }
}

internal sealed class ApiTokenProjection : IProjection
{
    public async Task Apply(DeskDb db, Recorded what, CancellationToken ct)
    {
        if (what.Event is not IAboutToken about) return;
        var was = await db.Tokens.FindAsync([about.Token], ct);
        var now = ApiToken.Apply(was, what);
        if (was is null) db.Tokens.Add(now!);
        else db.Entry(was).CurrentValues.SetValues(now!);
    }

    public async Task Clear(DeskDb db, string stream, CancellationToken ct)
    {
        if (stream == Streams.People) await db.Tokens.ExecuteDeleteAsync(ct);
    }
}

internal sealed class ApiTokenTable : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> table)
    {
        table.ToTable("Tokens");
        table.HasKey(t => t.Id);
        table.HasIndex(t => t.Hash).IsUnique();
        table.HasIndex(t => t.Person);
    }
}

internal sealed class TokenUseTable : IEntityTypeConfiguration<TokenUse>
{
    public void Configure(EntityTypeBuilder<TokenUse> table) => table.ToTable("TokenUses").HasKey(u => u.Token);
}
