using IncidentDesk.Assets;
using IncidentDesk.Incidents.Playbooks;
using IncidentDesk.Reviews.Requiring;
using IncidentDesk.Tests.Incidents.Tasks;

namespace IncidentDesk.Tests.Reviews.Requiring;

public sealed class ReviewRuleFileTests
{
    const string Good = """
        kinds:
          - id: dpia
            name: Impact assessment
            meaning: What it may do to people.
        rules:
          - id: staff
            name: What observes staff
            when:
              kinds: [program]
              labels: [staff | employees, keystrokes]
              people-data: [yes]
            requires: dpia
            why: They cannot refuse.
            source: Art. 35
        """;

    [Fact]
    public void The_rules_that_ship_with_the_desk_are_whole()
    {
        var shelf = new ReviewShelf(new DeskOptions { Playbooks = Shelf.Shipped });

        Assert.Empty(shelf.Broken);
        Assert.True(shelf.Kinds.Count >= 5 && shelf.Rules.Count >= 5);
        Assert.All(shelf.Rules, r => Assert.NotNull(shelf.Find(r.Requires)));
    }

    [Fact]
    public void A_rule_asks_for_one_label_of_each_item()
    {
        var rule = ReviewRuleFile.Read("x.yaml", Good).Rules.Single();

        Assert.True(rule.Fits(AssetKind.Program, ["Employees", "keystrokes"], PeopleData.Yes));
        Assert.False(rule.Fits(AssetKind.Program, ["staff"], PeopleData.Yes));
        Assert.False(rule.Fits(AssetKind.Table, ["staff", "keystrokes"], PeopleData.Yes));
        Assert.False(rule.Fits(AssetKind.Program, ["staff", "keystrokes"], PeopleData.No));
        Assert.Null(rule.Fits(AssetKind.Program, ["staff", "keystrokes"], PeopleData.Unknown));
    }

    [Theory]
    [InlineData("requires: dpia", "requires: lia", 12, "there is no kind of review \"lia\"")]
    [InlineData("kinds: [program]", "kinds: [programm]", 9, "\"programm\" is not a kind of asset")]
    [InlineData("why:", "because:", 6, "the key \"why\" is missing")]
    [InlineData("people-data: [yes]", "people-data: [perhaps]", 11, "\"perhaps\" is not known under \"people-data\"")]
    [InlineData("id: staff", "id: Staff!", 6, "an id has only lower-case letters")]
    [InlineData("kinds: [program]", "kinds: [program", 10, "this is not YAML")]
    public void A_mistake_is_named_with_file_and_line(string right, string wrong, int line, string why)
    {
        var problem = Assert.Throws<BrokenPlaybookException>(
            () => ReviewRuleFile.Read("/rules/x.yaml", Good.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Equal(("x.yaml", line), (problem.File, problem.Line));
        Assert.Contains(why, problem.Why, StringComparison.Ordinal);
    }
}
