using IncidentDesk.Record;

namespace IncidentDesk.Reviews.Events;

/// <summary>Marks an event about a search for a review, whichever stream it stands in.</summary>
internal interface IAboutSearch
{
    string Subject { get; }
}

/// <summary>Somebody looked for a review and found none. It happened when they looked.</summary>
[EventName("review-searched.1"), Telling]
public sealed record ReviewSearched(
    string Subject, string Kind, string KindName, [property: Wording] string Searched, [property: Wording] string LookedBy)
    : TimelineEvent, IAboutSearch, IDeskWide
{
    public override string Sentence() => SearchSentences.None(Subject, KindName, Searched, LookedBy);
}

/// <summary>The same within an incident: whoever may not see the incident does not learn of the search.</summary>
[EventName("review-searched-in-incident.1"), Telling]
public sealed record ReviewSearchedInIncident(
    string Subject, string Kind, string KindName, [property: Wording] string Searched, [property: Wording] string LookedBy)
    : TimelineEvent, IAboutSearch
{
    public override string Sentence() => SearchSentences.None(Subject, KindName, Searched, LookedBy);
}

/// <summary>A finding counts no more.</summary>
/// <param name="Search">Position of its entry in the same stream.</param>
[EventName("review-search-withdrawn.1"), Telling]
public sealed record SearchWithdrawn(string Subject, int Search, string KindName, [property: Wording] string Reason)
    : TimelineEvent, IAboutSearch, IDeskWide
{
    public override string Sentence() => SearchSentences.Withdrawn(Subject, KindName, Reason);
}

/// <summary>The same within an incident.</summary>
[EventName("review-search-withdrawn-in-incident.1"), Telling]
public sealed record SearchInIncidentWithdrawn(string Subject, int Search, string KindName, [property: Wording] string Reason)
    : TimelineEvent, IAboutSearch
{
    public override string Sentence() => SearchSentences.Withdrawn(Subject, KindName, Reason);
}

internal static class SearchSentences
{
    public static string None(string subject, string kind, string searched, string by) =>
        $"{kind} of {subject} cannot be produced: none was found in a search of {searched.TrimEnd('.')} by {by}.";

    public static string Withdrawn(string subject, string kind, string reason) =>
        $"The search that did not find the {kind} of {subject} is withdrawn. Why: {reason}";
}
