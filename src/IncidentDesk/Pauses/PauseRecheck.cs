using System.Text.Json.Serialization;
using IncidentDesk.Pauses.Events;
using IncidentDesk.Record;

namespace IncidentDesk.Pauses;

/// <summary>Who has to re-check a pause.</summary>
/// <param name="Person">Their account; null where a decider without one was named when it was ordered.</param>
public sealed record Rechecker(Guid? Person, string Name);

/// <summary>Who has to re-check it: whoever took the re-check over, else whoever decided.</summary>
public sealed partial record Pause
{
    /// <summary>Who ordered it, and when; null before.</summary>
    [JsonIgnore]
    public PauseStep? OrderedBy => History.FirstOrDefault(s => s.State is PauseState.Ordered);

    /// <summary>Null before it is ordered, unless somebody took the re-check already.</summary>
    public Rechecker? Reviewer =>
        HandedTo ?? (Decider is not null ? new(null, Decider) : OrderedBy is { } order ? new(order.Person, order.Name) : null);

    /// <summary>Who decided, as far as the desk knows; null before it is ordered.</summary>
    public string? DecidedBy => Decider ?? OrderedBy?.Name;

    /// <param name="sees">Whether they see the incident it belongs to.</param>
    /// <param name="may">Whether they have a role that works on pauses.</param>
    internal Outcome<Fact> HandRecheckTo(Rechecker to, bool sees, bool may, string reason) => this switch
    {
        { IsOver: true } => new Over(Key, State.Word()),
        _ when !sees => new ReviewerSeesNothing(to.Name),
        _ when !may => new ReviewerWithoutRole(to.Name, PauseFile.MayPause.InWords()),
        _ when Reviewer == to => new ReviewsAlready(Key, to.Name),
        _ => (Fact)new RecheckHandedOver(Key, to.Person!.Value, to.Name, Reviewer?.Name, reason),
    };

    /// <summary>Whoever re-checks it has to be able to read it.</summary>
    public sealed record ReviewerSeesNothing(string Name)
        : Refusal.Rule($"Nothing was saved. The pause belongs to a private incident, and {Name} is not a participant. "
            + "Add the person to the incident first, or choose a participant.");

    /// <summary>Whoever re-checks it has to be able to move the re-check, and to end it.</summary>
    public sealed record ReviewerWithoutRole(string Name, string Roles)
        : Refusal.Rule($"Nothing was saved. {Name} has none of the roles that work on pauses: {Roles}. Choose a person with such a role.");

    public sealed record ReviewsAlready(string Key, string Name)
        : Refusal.Rule($"Nothing was saved. {Name} is already responsible for the re-check of the pause {Key}.");
}
