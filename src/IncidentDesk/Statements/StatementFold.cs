using IncidentDesk.Record;
using IncidentDesk.Statements.Events;

namespace IncidentDesk.Statements;

public sealed partial record Statement
{
    /// <summary>Stored names of the events that change a statement.</summary>
    internal static readonly string[] Kinds = [.. EventNames.All.Where(k => EventNames.TypeOf(k).IsAssignableTo(typeof(IAboutStatement)))];

    /// <summary>The statement after one more entry about it.</summary>
    public static Statement? Apply(Statement? was, Recorded what) => (what.Event switch
    {
        StatementDrafted e => new Statement
        {
            Incident = what.Entry.Incident!.Value, Id = e.Statement, Audience = e.Audience, Versions = [Text(1, e.Text, null, what)],
        },
        StatementRevised e => was! with { Versions = was.Versions.Add(Text(e.Version, e.Text, e.Note, what)) },
        StatementPublished e => was! with
        {
            Publications = was.Publications.Add(new(e.Version, e.Channel, e.Text, e.Differs, what.Entry.RecordedByName, what.At)),
        },
        _ => was,
    }) is { } now ? now with { Position = what.Position } : null;

    static StatementVersion Text(int number, string text, string? note, Recorded what) =>
        new(number, text, note, what.Entry.RecordedByName, what.At);
}
