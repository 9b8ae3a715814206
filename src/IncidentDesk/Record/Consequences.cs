using System.Collections.Frozen;

namespace IncidentDesk.Record;

/// <summary>
/// Who follows which event, by the event's type; made once. Those that follow the same one
/// go in the order of their names.
/// </summary>
internal sealed class Consequences
{
    readonly FrozenDictionary<Type, Follower[]> _byEvent;

    public Consequences(IEnumerable<IFollows> following)
    {
        Follower[] all = [.. following.SelectMany(Followers).OrderBy(f => f.Name, StringComparer.Ordinal)];
        _byEvent = EventNames.All.Select(EventNames.TypeOf).Where(e => all.Any(f => f.Follows(e)))
            .ToFrozenDictionary(e => e, e => all.Where(f => f.Follows(e)).ToArray());
    }

    public IReadOnlyList<Follower> Of(TimelineEvent what) => _byEvent.GetValueOrDefault(what.GetType(), []);

    static IEnumerable<Follower> Followers(IFollows follower) => follower.GetType().GetInterfaces()
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IFollows<>))
        .Select(i => (Follower)Activator.CreateInstance(typeof(Follower<>).MakeGenericType(i.GenericTypeArguments), follower)!);
}

/// <summary>One thing that somebody follows.</summary>
internal abstract class Follower
{
    public abstract string Name { get; }
    public abstract bool Follows(Type what);
    public abstract Task<IReadOnlyList<Consequence>> Ask(Recorded what, DeskDb db, CancellationToken ct);
}

internal sealed class Follower<TEvent>(IFollows<TEvent> follower) : Follower
{
    public override string Name { get; } = $"{follower.GetType().FullName} {typeof(TEvent).Name}";
    public override bool Follows(Type what) => what.IsAssignableTo(typeof(TEvent));
    public override Task<IReadOnlyList<Consequence>> Ask(Recorded what, DeskDb db, CancellationToken ct) =>
        follower.Follow((TEvent)(object)what.Event, what.Entry, db, ct);
}
