using System.Text.Json.Nodes;
using IncidentDesk.Cli.Kit;

namespace IncidentDesk.Cli.Tests.Kit;

public sealed class ColleagueTests
{
    static readonly JsonNode People = JsonNode.Parse("""
        {"items":[
          {"id":"00000000-0000-0000-0000-000000000001","name":"Ada Okafor","email":"ada@example.org","active":true},
          {"id":"00000000-0000-0000-0000-000000000002","name":"Kim Lee","email":"kim@example.org","active":true},
          {"id":"00000000-0000-0000-0000-000000000003","name":"Kim Lee","email":"lee@example.org"},
          {"id":"00000000-0000-0000-0000-000000000004","name":"Gone","email":"gone@example.org","active":false},
          {"id":"00000000-0000-0000-0000-000000000005","name":"Twice","email":"once@example.org","active":false},
          {"id":"00000000-0000-0000-0000-000000000006","name":"Twice","email":"twice@example.org","active":true}]}
        """)!;

    [Theory]
    [InlineData("ada okafor", "00000000-0000-0000-0000-000000000001")]
    [InlineData("LEE@example.org", "00000000-0000-0000-0000-000000000003")]
    [InlineData("gone", "00000000-0000-0000-0000-000000000004")]
    [InlineData("twice", "00000000-0000-0000-0000-000000000006")]
    public void Somebody_is_found_by_name_or_address_in_any_case(string typed, string identity) =>
        Assert.Equal(identity, (string)Colleagues.Find(People, typed).Identity!);

    [Theory]
    [InlineData("Ada", "Nobody on this desk is called 'Ada'")]
    [InlineData("Kim Lee", "Write the e-mail address of one of them: kim@example.org, lee@example.org.")]
    public void A_name_that_is_not_exactly_one_person_is_never_guessed(string typed, string says)
    {
        var (identity, problem) = Colleagues.Find(People, typed);

        Assert.Null(identity);
        Assert.Contains(says, problem, StringComparison.Ordinal);
    }
}
