using IncidentDesk.Assets.Evidence.Assessing;

namespace IncidentDesk.Assets.Evidence;

/// <summary>A group that could read some of the assets.</summary>
/// <param name="People">How many people are in it, as recorded last; null when that is unknown.</param>
/// <param name="Assets">How many of the assets it could read.</param>
/// <param name="From">The earliest start on record, UTC.</param>
/// <param name="StartUnknown">Of how many assets the start is not known.</param>
/// <param name="To">The latest end on record, UTC.</param>
/// <param name="EndOpen">Of how many assets no end is on record: they can read them still, or nobody knows.</param>
/// <param name="LongestHours">The longest time one asset was readable to it; open ends run to the instant of
/// looking. Null where no start is known.</param>
/// <param name="KnownFrom">From what this is known.</param>
public sealed record ReaderGroup(
    string Group, Certainty PeopleAre, int? People, int Assets, DateTimeOffset? From,
    int StartUnknown, DateTimeOffset? To, int EndOpen, double? LongestHours,
    IReadOnlyList<string> KnownFrom)
{
    public Figure Size => new(PeopleAre, People);

    internal static IReadOnlyList<ReaderGroup> Of(List<(EvidenceCase Case, int Count)> cases, DateTimeOffset at)
    {
        var groups = new Dictionary<string, Counted>(StringComparer.Ordinal);
        foreach (var (which, count) in cases)
            foreach (var group in which.Evidence.About(EvidenceKind.Readers).GroupBy(s => s.Piece.Says.Subject ?? ""))
            {
                if (!groups.TryGetValue(group.Key, out var counted)) groups[group.Key] = counted = new();
                counted.Add([.. group], count, at);
            }
        return [.. groups.Select(g => g.Value.Of(g.Key)).OrderByDescending(g => g.Assets).ThenBy(g => g.Group, StringComparer.Ordinal)];
    }

    sealed class Counted
    {
        readonly HashSet<string> _sources = new(StringComparer.Ordinal);
        (int Position, Figure People) _latest;
        int _assets, _startUnknown, _endOpen;
        DateTimeOffset? _from, _to;
        TimeSpan? _longest;

        /// <summary>What is said of so many assets, of each the same.</summary>
        public void Add(List<(EvidencePiece Piece, EvidenceLine Line)> said, int count, DateTimeOffset at)
        {
            _assets += count;
            if (said.Exists(s => s.Line.From is null)) _startUnknown += count;
            if (said.Exists(s => s.Line.To is null)) _endOpen += count;
            foreach (var (piece, line) in said)
            {
                if (piece.Position >= _latest.Position) _latest = (piece.Position, line.Figure);
                if (piece.Says.Source is { } source) _sources.Add(source);
                (_from, _to) = (Earlier(_from, line.From), Later(_to, line.To));
            }
            var times = said.Where(s => s.Line.From is not null).Select(s => new Period(s.Line.From!.Value, s.Line.To ?? at)).ToList();
            if (times.Count > 0 && new Period(DateTimeOffset.MinValue, DateTimeOffset.MaxValue).HeldBy(times).Held is var held
                && !(held <= _longest))
                _longest = held;
        }

        public ReaderGroup Of(string group) =>
            new(group, _latest.People.Is, _latest.People.Count, _assets, _from, _startUnknown, _to, _endOpen,
                _longest is { } longest ? Math.Round(longest.TotalHours, 1) : null, [.. _sources.Order(StringComparer.Ordinal)]);

        static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b ?? a : a;
        static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a is null || b > a ? b ?? a : a;
    }
}
