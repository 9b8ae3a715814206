using IncidentDesk.Record;

namespace IncidentDesk.Statements.Events;

[EventName("statement-revised.1")]
public sealed record StatementRevised(
    string Statement, Audience Audience, int Version, [property: Wording] string Text, [property: Wording] string? Note)
    : TimelineEvent, IAboutStatement
{
    public override string Sentence() =>
        $"Statement {Statement} for {Audience.Word()} revised, version {Version}{(Note is null ? "." : $": {Note}")}";
}
