namespace IncidentDesk.Record;

/// <summary>
/// What else becomes a fact when <typeparamref name="TEvent"/> (an event, or an interface that several have) is recorded. It belongs
/// to the room that listens, and is found by itself. The recorder asks it inside the transaction, after the entry was projected; it
/// may look at everything, and changes nothing but by what it returns, because all of it may still be rolled back. Rebuilding asks
/// nobody: what followed then is in the record.
/// </summary>
internal interface IFollows<in TEvent> : IFollows
{
    Task<IReadOnlyList<Consequence>> Follow(TEvent what, Entry entry, DeskDb db, CancellationToken ct);
}

/// <summary>Implemented through <see cref="IFollows{TEvent}"/> only; one object for the life of the desk.</summary>
internal interface IFollows;

/// <summary>Facts that one stream gets because something was recorded, maybe in another.</summary>
internal sealed record Consequence(string Stream, params IReadOnlyList<Fact> Facts);
