using IncidentDesk.Assets.Naming;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;

namespace IncidentDesk.Assets.Linking;

/// <summary>An asset that was meant: its number and its own key.</summary>
/// <param name="OnlyNamed">Known from incidents alone, see <see cref="Asset.OnlyInIncidents"/>; none to be told of to others.</param>
internal readonly record struct MeantAsset(int Id, string Key, bool OnlyNamed = false);

/// <summary>A name that several assets go by; nothing was done about it.</summary>
public sealed record AmbiguousName(string Name, IReadOnlyList<string> Keys);

/// <summary>What the names on a list come to. Each name is a key, or what another system calls the asset.</summary>
/// <param name="Found">By name as given, trimmed, each name once.</param>
/// <param name="Unknown">Names the catalogue does not know, in the order in which they were given.</param>
/// <param name="Repeated">How many lines named what a line before them had named.</param>
internal sealed record NamedAssets(IReadOnlyDictionary<string, MeantAsset> Found,
    IReadOnlyList<AmbiguousName> Ambiguous, IReadOnlyList<string> Unknown, int Repeated)
{
    public static async Task<NamedAssets> Of(DeskDb db, IEnumerable<string> names, CancellationToken ct)
    {
        var given = names.Select(n => n.Trim()).Where(n => n.Length > 0).ToList();
        var distinct = given.Distinct(StringComparer.Ordinal).ToList();
        var known = await LookUp(db, distinct, ct);
        // A name the catalogue never heard may still say, by the rules of its system, which key it means.
        var canonical = distinct.Where(n => !known.ContainsKey(n)).Select(n => (Name: n, Key: Canonical(n)))
            .Where(c => c.Key is not null && c.Key != c.Name).ToList();
        var more = await LookUp(db, [.. canonical.Select(c => c.Key!).Distinct(StringComparer.Ordinal)], ct);
        foreach (var (name, key) in canonical)
            if (more.TryGetValue(key!, out var assets)) known[name] = assets;

        return new(
            distinct.Where(n => known.TryGetValue(n, out var one) && one.Count == 1)
                .ToDictionary(n => n, n => known[n].Single(), StringComparer.Ordinal),
            [.. distinct.Where(n => known.TryGetValue(n, out var many) && many.Count > 1)
                .Select(n => new AmbiguousName(n, [.. known[n].Select(a => a.Key).Order(StringComparer.Ordinal)]))],
            [.. distinct.Where(n => !known.ContainsKey(n))],
            given.Count - distinct.Count);
    }

    /// <summary>The key stands above other names: what is called so itself is meant.</summary>
    static async Task<Dictionary<string, HashSet<MeantAsset>>> LookUp(DeskDb db, List<string> names, CancellationToken ct)
    {
        var found = new Dictionary<string, HashSet<MeantAsset>>(StringComparer.Ordinal);
        if (names.Count == 0) return found;
        await Take("CROSS JOIN Assets a JOIN Assets s ON s.Id = coalesce(a.MergedInto, a.Id) WHERE a.Key = k.value", names);
        if (found.Count < names.Count)
            await Take("CROSS JOIN AssetNames n JOIN Assets a ON a.Id = n.Asset JOIN Assets s "
                + "ON s.Id = coalesce(a.MergedInto, a.Id) WHERE n.Value = k.value",
                [.. names.Where(n => !found.ContainsKey(n))]);
        return found;

        async Task Take(string which, List<string> some)
        {
            var rows = await db.Rows($"SELECT k.value, s.Id, s.Key, s.OnlyInIncidents FROM {db.Dialect.Each("@names", "k")} {which}",
                r => (Name: r.GetString(0), Asset: new MeantAsset(r.GetInt32(1), r.GetString(2), r.GetBoolean(3))),
                ct, ("@names", db.Dialect.Texts(some)));
            foreach (var (name, asset) in rows)
            {
                if (!found.TryGetValue(name, out var assets)) found[name] = assets = [];
                // A name shared with something that only an incident knows of is the other's alone.
                if (asset.OnlyNamed && assets.Count > 0) continue;
                assets.RemoveWhere(a => a.OnlyNamed);
                assets.Add(asset);
            }
        }
    }

    /// <summary>
    /// What is unknown to somebody from whom some of it is hidden: in the order given, so that the
    /// place of a name in it tells nothing.
    /// </summary>
    public IReadOnlyList<string> UnknownWith(Func<MeantAsset, bool> hidden, IEnumerable<string> given)
    {
        var missing = Found.Where(f => hidden(f.Value)).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        if (missing.Count == 0) return Unknown;
        missing.UnionWith(Unknown);
        return [.. given.Select(n => n.Trim()).Distinct(StringComparer.Ordinal).Where(missing.Contains)];
    }

    static string? Canonical(string name) =>
        name.StartsWith("urn:li:", StringComparison.Ordinal) ? DataHubNames.Of(name)?.Key
        : name.StartsWith("arn:", StringComparison.Ordinal) ? GlueNames.OfArn(name)?.Key
        : name.Split('|') is [{ Length: > 0 } space, { Length: > 0 } dataset] ? OpenLineageNames.Dataset(space, dataset).Key
        : AssetKey.Problem(name) is null ? CanonicalKey.Folded(name) : null;
}
