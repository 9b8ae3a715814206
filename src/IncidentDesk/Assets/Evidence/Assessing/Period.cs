namespace IncidentDesk.Assets.Evidence.Assessing;

/// <summary>A stretch of time; its end is not part of it.</summary>
public readonly record struct Period(DateTimeOffset From, DateTimeOffset To)
{
    public TimeSpan Length => To - From;

    /// <summary>What of this stretch the others hold together, and where the first hole in it is.</summary>
    internal (TimeSpan Held, Period? FirstGap) HeldBy(IEnumerable<Period> others)
    {
        var (held, reached, gap) = (TimeSpan.Zero, From, default(Period?));
        foreach (var other in others.Where(o => o.To > o.From).OrderBy(o => o.From))
        {
            var (from, to) = (other.From > reached ? other.From : reached, other.To < To ? other.To : To);
            if (from > reached && reached < To) gap ??= new(reached, from < To ? from : To);
            if (to <= from) continue;
            held += to - from;
            reached = to;
        }
        if (reached < To) gap ??= new(reached, To);
        return (held, gap);
    }
}
