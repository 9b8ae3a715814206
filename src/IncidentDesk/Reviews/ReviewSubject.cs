using System.Collections.Immutable;
using System.Text;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Reviews;

/// <summary>
/// A program, or anything else that reviews are about, as the register knows it: what it is, which assets belong to it, which
/// reviews exist and which safeguards are claimed. A fold of its own stream; it belongs to no incident.
/// </summary>
public sealed partial record ReviewSubject
{
    /// <summary>A slug; a pause reaches it as <c>program:key</c>.</summary>
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required AssetKind Kind { get; init; }
    public required PeopleData PeopleData { get; init; }

    /// <summary>Lower-case, in ordinal order; the rules ask for them.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Keys of assets, or globs over keys, that belong to it.</summary>
    public ImmutableArray<string> Assets { get; init; } = [];
    public ImmutableArray<Review> Reviews { get; init; } = [];
    public ImmutableArray<Safeguard> Safeguards { get; init; } = [];

    /// <summary>UTC.</summary>
    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>Of its last entry.</summary>
    public int Position { get; init; }

    /// <summary>The review of that kind that counts: the one signed last.</summary>
    public Review? Latest(string kind) =>
        Reviews.Where(r => r.Counts && r.Kind == kind).OrderBy(r => r.SignedOn).ThenBy(r => r.Number).LastOrDefault();

    public IReadOnlyList<Safeguard> ClaimedSafeguards => [.. Safeguards.Where(s => s.Withdrawn is null)];

    /// <summary>Whether the asset with this key belongs to it.</summary>
    public bool Covers(string key) => Encoding.UTF8.GetBytes(key) is var bytes && Assets.Any(a => NamePattern.Spelled(a).Matches(bytes));
}

internal sealed class ReviewSubjectTable : IEntityTypeConfiguration<ReviewSubject>
{
    public void Configure(EntityTypeBuilder<ReviewSubject> table)
    {
        table.ToTable("ReviewSubjects");
        table.ToTable("ReviewSubjects").HasKey(s => s.Key);
        table.Property(s => s.Labels).IsJson();
        table.Property(s => s.Assets).IsJson();
        table.Property(s => s.Reviews).IsJson();
        table.Property(s => s.Safeguards).IsJson();
        table.Ignore(s => s.ClaimedSafeguards);
    }
}
