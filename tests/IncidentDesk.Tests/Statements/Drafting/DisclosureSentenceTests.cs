using IncidentDesk.Incidents;
using IncidentDesk.Statements.Drafting;

namespace IncidentDesk.Tests.Statements.Drafting;

public sealed class DisclosureSentenceTests
{
    static string Said(params (Disclosure State, int Count)[] by) =>
        DisclosureSentence.Of(by.Aggregate(AssetTally.None, (tally, b) => tally.Plus(b.State, b.Count)));

    [Fact]
    public void Without_any_link_nothing_is_known() =>
        Assert.Equal("We do not yet know which data could be accessed, or whether anyone accessed it.", Said());

    [Fact]
    public void While_one_link_is_open_it_is_said_that_we_do_not_know() => Assert.Equal(
        "We do not yet know whether anyone accessed the data: this is still to be determined for 1 of 45,000 data holdings. "
        + "The evidence shows no access by people who should not have had access, in 44,999 of 45,000 data holdings.",
        Said((Disclosure.ToBeDetermined, 1), (Disclosure.NotEvidenceAtHand, 44_999)));

    [Fact]
    public void That_data_was_opened_comes_first() => Assert.Equal(
        "Data was accessed by people who should not have had access, in 2 of 5 data holdings. "
        + "We do not yet know whether more data was accessed: this is still to be determined for 3 of 5 data holdings.",
        Said((Disclosure.ToBeDetermined, 3), (Disclosure.Disclosed, 2)));

    [Fact]
    public void What_cannot_be_assessed_is_never_a_no() =>
        Assert.Equal("It cannot be assessed whether anyone accessed the data in all 7 data holdings concerned.",
            Said((Disclosure.CannotBeAssessed, 7)));

    [Fact]
    public void Likely_stays_likely() => Assert.Equal(
        "It is likely that data was accessed in the one data holding concerned, although there is no evidence of it.",
        Said((Disclosure.LikelyNoEvidence, 1)));

    [Fact]
    public void Only_evidence_for_each_of_them_allows_a_no() => Assert.Equal(
        "The evidence shows no access by people who should not have had access, in all 3 data holdings concerned.",
        Said((Disclosure.NotEvidenceAtHand, 3)));
}
