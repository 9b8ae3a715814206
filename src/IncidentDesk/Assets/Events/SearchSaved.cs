using IncidentDesk.Assets.Searching;
using IncidentDesk.Record;

namespace IncidentDesk.Assets.Events;

/// <summary>An event that makes, changes or ends a saved search.</summary>
internal interface IAboutSavedSearch : IDeskWide
{
    /// <summary>Its number; null in the entry that gives it one.</summary>
    int? Search { get; }
}

/// <summary>Somebody gave a search of the catalogue a name, for everybody to use.</summary>
[EventName("search-saved.1")]
public sealed record SearchSaved(string Name, AssetFilter Filter) : TimelineEvent, IAboutSavedSearch
{
    int? IAboutSavedSearch.Search => null;

    public override string Sentence() => $"Saved the search “{Name}”: {string.Join(", ", Filter.Words())}.";
}
