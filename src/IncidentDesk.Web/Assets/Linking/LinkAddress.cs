using System.Globalization;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Web.Assets.Saving;
using IncidentDesk.Web.Assets.Searching;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Assets.Linking;

/// <summary>What to link as the address of the page says it, so that a preview can be handed on.</summary>
internal static class LinkAddress
{
    /// <summary>The choice, and what of it was searched for.</summary>
    public static (Outcome<LinkAssets> Choice, AssetFilter Filter) Read(IQueryCollection query)
    {
        var asked = new QueryReader(query);
        var (filter, pattern, number) = (SearchEndpoint.FilterIn(asked), asked.Text("pattern", 1_000), asked.Text("savedSearch", 20));
        var saved = 0;
        if (number is not null && !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out saved))
            asked.Wrong("savedSearch", "Choose one of the saved searches.");
        if (asked.Refusal is { } wrong) return (wrong, filter);
        return (new LinkAssets
        {
            Pattern = pattern, SavedSearch = number is null ? null : saved, Q = filter.Q,
            Kind = filter.Kind, Container = filter.Container, Owner = filter.Owner, Label = filter.Label,
            PeopleData = filter.PeopleData, Review = filter.Review, Gone = filter.Gone,
        }, filter);
    }

    /// <summary>The same choice as fields of a form.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(LinkAssets choice, AssetFilter filter)
    {
        if (choice.Pattern is { } pattern) yield return ("pattern", pattern);
        if (choice.SavedSearch is { } saved) yield return ("savedSearch", saved.ToString(CultureInfo.InvariantCulture));
        foreach (var field in SearchAddress.Fields(filter, "true", "false")) yield return field;
    }
}
