using IncidentDesk.Assets;
using IncidentDesk.Incidents;
using IncidentDesk.Statements.Drafting;

namespace IncidentDesk.Tests.Statements.Drafting;

public sealed class DisclosureSentenceTests
{
    static string Said(params (Disclosure State, int Count)[] by) =>
        DisclosureSentence.Of(by.Aggregate(AssetTally.None, (tally, b) => tally.Plus(b.State, b.Count)));

    [Fact]
    public void Without_any_link_nothing_is_known() =>
        Assert.Equal("We do not know yet which data could be opened, nor whether anybody opened it.", Said());

    [Fact]
    public void While_one_link_is_open_it_is_said_that_we_do_not_know() => Assert.Equal(
        "We do not know yet whether anybody opened the data: this is still to be determined for 1 of 45,000 data holdings. "
        + "The evidence at hand shows that nobody opened the data who should not have, in 44,999 of 45,000 data holdings.",
        Said((Disclosure.ToBeDetermined, 1), (Disclosure.NotEvidenceAtHand, 44_999)));

    [Fact]
    public void That_data_was_opened_comes_first() => Assert.Equal(
        "Data was opened by people who should not have had access, in 2 of 5 data holdings. "
        + "We do not know yet whether more was opened: this is still to be determined for 3 of 5 data holdings.",
        Said((Disclosure.ToBeDetermined, 3), (Disclosure.Disclosed, 2)));

    [Fact]
    public void What_cannot_be_assessed_is_never_a_no() =>
        Assert.Equal("It cannot be assessed whether anybody opened the data in all 7 data holdings concerned.", Said((Disclosure.CannotBeAssessed, 7)));

    [Fact]
    public void Likely_stays_likely() => Assert.Equal(
        "It is likely that data was opened in the one data holding concerned, although no evidence of it is at hand.", Said((Disclosure.LikelyNoEvidence, 1)));

    [Fact]
    public void Only_evidence_for_each_of_them_allows_a_no() => Assert.Equal(
        "The evidence at hand shows that nobody opened the data who should not have, in all 3 data holdings concerned.", Said((Disclosure.NotEvidenceAtHand, 3)));
}
