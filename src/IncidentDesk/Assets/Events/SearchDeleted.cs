using IncidentDesk.Record;

namespace IncidentDesk.Assets.Events;

/// <summary>Nobody can use it any more; entries about what was linked by it keep what it searched for.</summary>
/// <param name="Number">Of the saved search.</param>
/// <param name="Name">The name it had.</param>
[EventName("search-deleted.1")]
public sealed record SearchDeleted(int Number, string Name) : TimelineEvent, IAboutSavedSearch
{
    int? IAboutSavedSearch.Search => Number;

    public override string Sentence() => $"Deleted the saved search “{Name}”.";
}
