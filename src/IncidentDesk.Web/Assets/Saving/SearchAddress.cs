using IncidentDesk.Assets.Searching;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Assets.Saving;

/// <summary>A search as fields: of the address of the search page, of a form, or read out.</summary>
internal static class SearchAddress
{
    public static string Of(AssetFilter filter) =>
        "/assets?" + string.Join('&', Fields(filter, "yes", "no").Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"));

    /// <param name="filter">What narrows.</param>
    /// <param name="yes">How an address says that something is so; a form says <c>true</c>.</param>
    /// <param name="no">How it says that it is not.</param>
    public static IEnumerable<(string Name, string Value)> Fields(AssetFilter filter, string yes, string no)
    {
        (string, string?)[] all =
        [
            ("q", filter.Q), ("kind", filter.Kind?.Spelled()), ("container", filter.Container),
            ("owner", filter.Owner), ("label", filter.Label), ("peopleData", filter.PeopleData?.Spelled()),
            ("review", filter.Review is { } review ? Words.Of(review) : null), ("gone", filter.Gone is { } gone ? gone ? yes : no : null),
        ];
        foreach (var (name, value) in all)
            if (value is { Length: > 0 } given) yield return (name, given);
    }
}
