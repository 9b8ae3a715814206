using IncidentDesk.Record;

namespace IncidentDesk.Assets.Events;

/// <param name="Number">Of the saved search.</param>
/// <param name="Was">The name it had.</param>
[EventName("search-renamed.1")]
public sealed record SearchRenamed(int Number, string Was, string Name) : TimelineEvent, IAboutSavedSearch
{
    int? IAboutSavedSearch.Search => Number;

    public override string Sentence() => $"Renamed the saved search “{Was}” to “{Name}”.";
}
