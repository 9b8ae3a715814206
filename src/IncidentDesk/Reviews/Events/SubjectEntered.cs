using System.Collections.Immutable;
using IncidentDesk.Assets;
using IncidentDesk.Record;

namespace IncidentDesk.Reviews.Events;

/// <summary>Marks an event that changes one subject's row in the register.</summary>
internal interface IAboutSubject : IDeskWide
{
    string Subject { get; }
}

/// <summary>A program, or another thing that reviews are about, is in the register from now on.</summary>
[EventName("review-subject-entered.1"), Telling]
public sealed record SubjectEntered(
    string Subject, [property: Wording] string Name, AssetKind Kind,
    PeopleData PeopleData, [property: Wording] ImmutableArray<string> Labels,
    ImmutableArray<string> Assets) : TimelineEvent, IAboutSubject
{
    public override string Sentence() => $"{Name} was added to the register of reviews as {Subject}: "
        + $"{Kind.Spelled()}, data about people: {PeopleData.Spelled()}{Labelled(Labels)}.";

    internal static string Labelled(ImmutableArray<string> labels) => labels.IsEmpty ? "" : $", labels {string.Join(", ", labels)}";
}
