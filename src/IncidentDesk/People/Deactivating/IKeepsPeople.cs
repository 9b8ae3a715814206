using IncidentDesk.Record;

namespace IncidentDesk.People.Deactivating;

/// <summary>What another room would lose with a person. Found by what it implements.</summary>
internal interface IKeepsPeople
{
    /// <summary>Null where nothing depends on them. Says nothing of what it is: whoever asks may not see it.</summary>
    Task<Refusal?> WhyNotWithout(DeskDb db, Person person, CancellationToken ct);
}
