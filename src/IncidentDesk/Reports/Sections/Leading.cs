using IncidentDesk.Incidents;

namespace IncidentDesk.Reports.Sections;

/// <summary>Who answers for what.</summary>
internal static class Leading
{
    public static IEnumerable<Block> Of(Known known)
    {
        var held = known.Incident.Roles.OrderBy(r => r.Role).Select(r => new KeyValue(r.Role.Word().Capital(), $"{r.Name}, since {known.Say(r.Since)}")).ToList();
        if (known.Incident.Holder(IncidentRole.Commander) is null) held.Insert(0, new("Commander", "Nobody has taken command", Tone.Warning));
        yield return new Block.Heading(1, "Who leads");
        yield return new Block.KeyValues(held);
    }
}
