namespace IncidentDesk;

/// <summary>
/// When a reader looks: now, or back to an instant, at what had been recorded by then. Whatever reads the record takes one, so
/// that all parts of an answer are of the same time.
/// </summary>
public readonly record struct Moment
{
    /// <summary>The field of pages, API and reports that asks for a moment.</summary>
    public const string Field = "asKnownAt";

    /// <summary>The field beside it that says whose local time it is; not needed where the instant has an offset.</summary>
    public const string Zone = "timeZone";

    Moment(DateTimeOffset at, bool isNow) => (At, IsNow) = (at.ToUniversalTime(), isNow);

    /// <summary>UTC. What has no end, or is overdue, is so at this instant; for now it is the instant of asking.</summary>
    public DateTimeOffset At { get; }

    /// <summary>False where somebody looks back, even by a second; so also for a moment that nobody has set, which shows nothing.</summary>
    public bool IsNow { get; }

    public static Moment Now(TimeProvider clock) => Now(clock.GetUtcNow());

    /// <param name="now">The instant of asking.</param>
    public static Moment Now(DateTimeOffset now) => new(now, true);

    /// <summary>Looks back; refused for a time before there were desks, or to come by more than clocks of two machines differ.</summary>
    public static Outcome<Moment> Back(DateTimeOffset then, DateTimeOffset now) =>
        then > now + Rules.Skew ? Refused("This time is in the future. Check the date and the time zone.")
        : Instants.Implausible(then) is { } never ? Refused(never)
        : new Moment(then < now ? then : now, false);

    /// <summary>What a page, an address of the API or a report was asked for.</summary>
    /// <param name="asKnownAt">An instant with its offset, or a local time where <paramref name="zone"/>
    /// says whose; nothing for now.</param>
    /// <param name="zone">IANA name.</param>
    /// <param name="now">The instant of asking.</param>
    public static Outcome<Moment> Read(string? asKnownAt, string? zone, DateTimeOffset now)
    {
        if (asKnownAt.OrNull() is not { } text) return Now(now);
        // In an address a bare + means a space, and people paste +02:00.
        if (Instants.TryRead(text, out var then) || Instants.TryRead(text.Replace(' ', '+'), out then)) return Back(then, now);
        if (zone.OrNull() is not { } whose) return Refused(Instants.Problem(text.Replace(' ', '+')));
        var (resolved, why) = Zones.Resolve(text, whose);
        return resolved is { } local ? Back(local, now) : Refused(why!);
    }

    /// <summary>For a sentence: nothing for now, <c> as known at 12 Jun 2026, 03:10 UTC</c> behind what it is about.</summary>
    public string Said => IsNow ? "" : $" as known at {Instants.Say(At)}";

    static Refusal.Invalid Refused(string why) => Refusal.Invalid.Field(Field, why);
}
