using IncidentDesk.Record;

namespace IncidentDesk.Statements.Events;

/// <summary>A text went out, at the time at which the entry happened. <see cref="Text"/> is exactly what was said.</summary>
[EventName("statement-published.1"), Telling]
public sealed record StatementPublished(
    string Statement, Audience Audience, int Version, [property: Wording] string Channel, [property: Wording] string Text, bool Differs)
    : TimelineEvent, IAboutStatement
{
    /// <summary>Longer texts are read on the page of the statement.</summary>
    const int Quoted = 400;

    public override string Sentence() => $"Statement {Statement} for {Audience.Word()} published, version {Version}. Channel: "
        + $"{Channel}.{(Differs ? $" The published wording differs: “{Shortened}”" : "")}";

    string Shortened => Text.Trim() is { Length: > Quoted } text ? string.Concat(text.AsSpan(0, Quoted), "…") : Text.Trim();
}
