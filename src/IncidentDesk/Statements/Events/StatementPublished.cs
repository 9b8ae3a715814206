using IncidentDesk.Timeline;

namespace IncidentDesk.Statements.Events;

/// <summary>A text went out, at the time at which the entry happened. <see cref="Text"/> is exactly what was said.</summary>
[EventName("statement-published.1"), Telling]
public sealed record StatementPublished(
    string Statement, Audience Audience, int Version, [property: Wording] string Channel, [property: Wording] string Text, bool Differs)
    : TimelineEvent, IAboutStatement
{
    public override string Sentence() =>
        $"Statement {Statement} for {Audience.Word()} published, {Channel}: version {Version}{(Differs ? ", with another text than that version" : "")}.";
}
