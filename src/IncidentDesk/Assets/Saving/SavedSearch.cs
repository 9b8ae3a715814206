using IncidentDesk.Assets.Events;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Assets.Saving;

/// <summary>A search of the catalogue under a name, for everybody on the desk: what it finds is looked up anew each time.</summary>
public sealed record SavedSearch
{
    public const int LongestName = 100;

    /// <summary>The position of the entry that saved it, so that no number is given twice.</summary>
    public required int Number { get; init; }

    /// <summary>No other saved search has it, whatever its case.</summary>
    public required string Name { get; init; }
    public required AssetFilter Filter { get; init; }
    public required Guid MadeBy { get; init; }

    /// <summary>The name at that time.</summary>
    public required string MadeByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The fold: null once it is deleted.</summary>
    internal static SavedSearch? Apply(SavedSearch? was, Recorded what) => what.Event switch
    {
        SearchSaved e => new()
        {
            Number = what.Position, Name = e.Name, Filter = e.Filter, MadeBy = what.Entry.RecordedBy,
            MadeByName = what.Entry.RecordedByName, MadeAt = what.Entry.RecordedAt,
        },
        SearchRenamed e => was! with { Name = e.Name },
        SearchDeleted => null,
        _ => was,
    };
}

internal sealed class SavedSearchTable : IEntityTypeConfiguration<SavedSearch>
{
    public void Configure(EntityTypeBuilder<SavedSearch> table)
    {
        table.ToTable("SavedSearches");
        table.HasKey(s => s.Number);
        table.Property(s => s.Number).ValueGeneratedNever();
        table.Property(s => s.Filter).IsJson();
    }
}

internal sealed class SavedSearchProjection : IProjection
{
    public async Task Apply(DeskDb db, Recorded what, CancellationToken ct)
    {
        if (what.Event is not IAboutSavedSearch about) return;
        var was = about.Search is { } number ? await db.SavedSearches.FindAsync([number], ct) : null;
        var now = SavedSearch.Apply(was, what);
        if (was is null) db.SavedSearches.Add(now!);
        else if (now is null) db.SavedSearches.Remove(was);
        else db.Entry(was).CurrentValues.SetValues(now);
    }

    public async Task Clear(DeskDb db, string stream, CancellationToken ct)
    {
        if (stream == Streams.Catalogue) await db.SavedSearches.ExecuteDeleteAsync(ct);
    }
}
