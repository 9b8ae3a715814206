using System.Globalization;
using IncidentDesk.Incidents;

namespace IncidentDesk.Statements.Drafting;

/// <summary>
/// The one place that speaks about access to the data. It says no more than the disclosure states carry: that nothing was
/// found is never turned into "nothing happened".
/// </summary>
internal static class DisclosureSentence
{
    public static string Of(AssetTally known) => known.Total == 0
        ? "We do not yet know which data could be accessed, or whether anyone accessed it."
        : string.Join(" ", Parts(known));

    static IEnumerable<string> Parts(AssetTally known)
    {
        if (Share(known, Disclosure.Disclosed) is { } disclosed)
            yield return $"Data was accessed by people who should not have had access, in {disclosed}.";
        if (Share(known, Disclosure.ToBeDetermined) is { } open)
            yield return "We do not yet know whether "
                + $"{(known.Disclosed > 0 ? "more data was accessed" : "anyone accessed the data")}: "
                + $"this is still to be determined for {open}.";
        if (Share(known, Disclosure.CannotBeAssessed) is { } blind)
            yield return $"It cannot be assessed whether anyone accessed the data in {blind}.";
        if (Share(known, Disclosure.LikelyNoEvidence) is { } likely)
            yield return $"It is likely that data was accessed in {likely}, although there is no evidence of it.";
        if (Share(known, Disclosure.NotEvidenceAtHand) is { } not)
            yield return $"The evidence shows no access by people who should not have had access, in {not}.";
    }

    /// <summary>"3 of 45,000 data holdings", "all 45,000 data holdings", or null for none.</summary>
    static string? Share(AssetTally known, Disclosure state) => (known.Of(state), known.Total) switch
    {
        (0, _) => null,
        (1, 1) => "the one data holding concerned",
        var (some, all) when some == all => Say($"all {all:N0} data holdings concerned"),
        var (some, all) => Say($"{some:N0} of {all:N0} data holdings"),
    };

    static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
