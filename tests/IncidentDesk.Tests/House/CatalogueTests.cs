using System.Text.RegularExpressions;

namespace IncidentDesk.Tests.House;

/// <summary>The catalogue of commands, from which API, command line and API document take address and summary.</summary>
public sealed partial class CatalogueTests
{
    [Fact]
    public void Every_gap_of_an_address_is_a_field_of_its_command() => Rule.Holds(
        CommandCatalogue.All.SelectMany(c => Gap().Matches(c.Address).Select(gap => (Command: c, Name: gap.Groups[1].Value))),
        gap => gap.Command.Fields.Any(f => f.Name == gap.Name) ? null
            : $"{gap.Command.Address} names {gap.Name}, which {gap.Command.Name} does not have.");

    [Fact]
    public void What_a_command_makes_is_found_by_members_of_its_answer() => Rule.Holds(
        CommandCatalogue.All.Where(c => c.Makes is not null),
        c => Gap().Matches(c.Makes!)
            .All(gap => c.Answer.GetProperties().Any(p => p.Name.Equals(gap.Groups[1].Value, StringComparison.OrdinalIgnoreCase)))
            ? null : $"{c.Name} makes {c.Makes}, whose gaps are not in {c.Answer.Name}.");

    [Fact]
    public void No_two_commands_share_an_address() => Rule.Holds(
        CommandCatalogue.All.GroupBy(c => c.Address),
        address => address.Count() == 1 ? null : $"{address.Key} is the address of {string.Join(" and ", address.Select(c => c.Name))}.");

    [Fact]
    public void A_summary_is_an_imperative_without_a_full_stop() => Rule.Holds(CommandCatalogue.All,
        c => c.Summary.Length is >= 8 and <= 110 && char.IsUpper(c.Summary[0]) && char.IsLetterOrDigit(c.Summary[^1]) ? null
            : $"{c.Name}: \"{c.Summary}\". Begin with a verb, write one line, leave the full stop out.");

    [Fact]
    public void An_incident_is_always_named_in_the_address() => Rule.Holds(
        CommandCatalogue.All.Where(c => c.Type.IsAssignableTo(typeof(IIncidentCommand))),
        c => c.TakesFromAddress("incident") ? null : $"{c.Name} is about an incident and {c.Address} does not name it.");

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Gap();
}
