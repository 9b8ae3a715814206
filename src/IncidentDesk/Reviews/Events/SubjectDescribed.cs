using System.Collections.Immutable;
using IncidentDesk.Assets;
using IncidentDesk.Record;

namespace IncidentDesk.Reviews.Events;

/// <summary>What the register says of a subject was written anew; which reviews are required may change with it.</summary>
[EventName("review-subject-described.1"), Telling]
public sealed record SubjectDescribed(
    string Subject, [property: Wording] string Name, AssetKind Kind,
    PeopleData PeopleData, [property: Wording] ImmutableArray<string> Labels,
    ImmutableArray<string> Assets, [property: Wording] string Reason) : TimelineEvent, IAboutSubject
{
    public override string Sentence() =>
        $"The description of {Name} was updated: {Kind.Spelled()}, data about people: "
            + $"{PeopleData.Spelled()}{SubjectEntered.Labelled(Labels)}. Why: {Reason}";
}
