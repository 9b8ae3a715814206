namespace IncidentDesk.Assets.Linking;

/// <summary>Where the names of a list stand in it, for whoever has to mend it.</summary>
internal sealed class ListLines
{
    readonly Dictionary<string, int> _first = new(StringComparer.Ordinal);

    ListLines(IReadOnlyList<string> keys, IReadOnlyList<int> lines)
    {
        for (var i = 0; i < keys.Count; i++) _first.TryAdd(keys[i].Trim(), lines[i]);
    }

    /// <summary>Null where the list did not come as a file.</summary>
    public static ListLines? Of(LinkAssets command) => command is { Keys: { } keys, Lines: { } lines } ? new(keys, lines) : null;

    /// <summary>The first line of each of these names, from 1.</summary>
    public IReadOnlyList<int> First(IEnumerable<string> names) => [.. names.Select(n => _first.GetValueOrDefault(n))];
}
