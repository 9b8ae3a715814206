namespace IncidentDesk.Assets.Importing;

/// <summary>
/// Which labels say that an asset holds data about people. There is no standard; these are the
/// words that catalogues ship with.
/// </summary>
internal static class PeopleLabels
{
    static readonly HashSet<string> Words =
        new(StringComparer.OrdinalIgnoreCase) { "pii", "phi", "spi", "personal", "personaldata", "personalinformation", "personaldaten" };

    /// <summary>
    /// As in <c>PII.None</c>, <c>not-pii</c>, <c>pii=false</c>: such a label says nothing, for the rest
    /// of the asset may still hold some.
    /// </summary>
    static readonly HashSet<string> Denials = new(StringComparer.OrdinalIgnoreCase) { "none", "no", "non", "not", "false", "without" };

    /// <summary>Yes or nothing: what carries no such label was perhaps never looked at.</summary>
    public static PeopleData? Say(IEnumerable<AssetLabel> labels) => labels.Any(l => IsOne(l.Value)) ? PeopleData.Yes : null;

    static bool IsOne(string label)
    {
        var words = label.Split(['.', ':', '/', '_', '-', ' ', '='], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(Words.Contains) && !words.Any(Denials.Contains);
    }
}
