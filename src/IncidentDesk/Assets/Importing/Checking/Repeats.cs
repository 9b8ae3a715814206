namespace IncidentDesk.Assets.Importing.Checking;

/// <summary>
/// Assets that a file speaks about in several places, put together so that each is told once: what is said later counts, owners and
/// labels add up. Otherwise the second half of a file would undo the first at every import.
/// </summary>
internal sealed class Repeats
{
    /// <summary>They are held in memory until the file is read.</summary>
    public const int Most = 250_000;

    readonly Dictionary<string, StatedAsset> _held = new(StringComparer.Ordinal);

    public sealed record TooMany(int Limit)
        : Refusal.Unreadable($"Nothing was imported. More than {Limit:N0} assets occur in several places of the file. "
            + "Split it, and send the parts one by one with complete=false.");

    public void Add(StatedAsset statement) =>
        _held[statement.Key] = _held.TryGetValue(statement.Key, out var before) ? Together(before, statement) : statement;

    public IReadOnlyCollection<StatedAsset> All => _held.Values;

    static StatedAsset Together(StatedAsset first, StatedAsset then) => first with
    {
        Kind = then.Kind is null or AssetKind.Unknown ? first.Kind ?? then.Kind : then.Kind,
        Environment = then.Environment ?? first.Environment,
        Container = then.Container ?? first.Container,
        Names = [.. first.Names.Union(then.Names)],
        Owners = Both(first.Owners, then.Owners),
        Labels = Both(first.Labels, then.Labels),
        PeopleData = then.PeopleData is null or PeopleData.Unknown ? first.PeopleData ?? then.PeopleData : then.PeopleData,
        Rows = then.Rows ?? first.Rows,
        Bytes = then.Bytes ?? first.Bytes,
        LastAccess = then.LastAccess ?? first.LastAccess,
        Gone = then.Gone,
    };

    static List<T>? Both<T>(IReadOnlyList<T>? first, IReadOnlyList<T>? then) =>
        first is null && then is null ? null : [.. (first ?? []).Union(then ?? []).Take(StatementRules.MostInOneList)];
}
