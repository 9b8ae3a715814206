using IncidentDesk.Record;

namespace IncidentDesk.Statements.Events;

/// <summary>Marks an event that changes one statement's row.</summary>
internal interface IAboutStatement
{
    string Statement { get; }
}

/// <summary>The first version, from the template of its audience and the facts of that moment.</summary>
[EventName("statement-drafted.1")]
public sealed record StatementDrafted(string Statement, Audience Audience, [property: Wording] string Text) : TimelineEvent, IAboutStatement
{
    public override string Sentence() => $"Statement {Statement} for {Audience.Word()} drafted.";
}
