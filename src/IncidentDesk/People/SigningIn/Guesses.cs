using System.Collections.Concurrent;

namespace IncidentDesk.People.SigningIn;

/// <summary>
/// Wrong codes, counted where they come from: a place on the network, a device that its person has signed in on before, or a session.
/// Who guesses is stopped there, and nobody else with them. Kept in memory, for the process it is counted in.
/// </summary>
public sealed class Guesses(TimeProvider clock)
{
    /// <summary>So many within <see cref="Wait"/>; then nothing that can be guessed is looked at from there.</summary>
    public const int Most = 10;
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    /// <summary>A network of machines has many places; what is forgotten here is still counted for the account.</summary>
    const int Remembered = 20_000;

    readonly ConcurrentDictionary<(Guid Account, string From), Counted> _known = new();

    internal bool TooMany(Guid account, string from) =>
        _known.TryGetValue((account, from), out var counted) && counted.Until > clock.GetUtcNow() && counted.Many >= Most;

    internal void Wrong(Guid account, string from)
    {
        var now = clock.GetUtcNow();
        if (_known.Count >= Remembered) _known.Clear();
        _known.AddOrUpdate((account, from), _ => new(1, now + Wait),
            (_, before) => before.Until <= now ? new(1, now + Wait) : before with { Many = before.Many + 1 });
    }

    internal void Right(Guid account, string from) => _known.TryRemove((account, from), out _);

    /// <summary>Guesses from within a session, of a code or of the present password.</summary>
    internal const string InSession = "session";

    sealed record Counted(int Many, DateTimeOffset Until);
}
