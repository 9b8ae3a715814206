using IncidentDesk.Assets.Importing.Checking;
using IncidentDesk.Assets.Naming;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Importing.Applying;

/// <summary>
/// Which assets of a batch are one, with each other and with those the catalogue has: two that share a name are, the older stays.
/// </summary>
/// <param name="Rows">For each asset told, in their order, the row that has or will have its key.</param>
/// <param name="Roots">And the row that what is said of it goes to.</param>
/// <param name="Merged">Assets of the catalogue that turned out to be others, each with the one it is.</param>
/// <param name="Learnt">Names that were not known before.</param>
/// <param name="Rejected">Names that were not taken, and why.</param>
internal sealed record AssetMatching(
    int[] Rows, int[] Roots, IReadOnlyDictionary<int, int> Merged, IReadOnlyList<AssetAlias> Learnt, IReadOnlyList<Rejection> Rejected)
{
    /// <param name="db">The catalogue.</param>
    /// <param name="statements">Those about which something is said that was not said before.</param>
    /// <param name="known">What is known of their keys.</param>
    /// <param name="isCommon">Whether a name is shared by too many in the file.</param>
    /// <param name="next">The number of the next new row.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<AssetMatching> Of(
        DeskDb db, IReadOnlyList<StatedAsset> statements, Dictionary<string, KnownAsset> known,
        Func<AssetName, bool> isCommon, int next, CancellationToken ct)
    {
        var names = statements.SelectMany(t => t.Names).Where(n => !isCommon(n)).ToHashSet();
        var named = await db.Named(names, ct);
        var keys = await db.Known([.. names.Where(n => n.Scheme is NameScheme.Key).Select(n => n.Value)], 0, ct);
        var roots = statements.Select(t => known.GetValueOrDefault(t.Key)?.Root)
            .Concat(keys.Values.Where(k => !k.Hidden).Select(k => (int?)k.Root)).Concat(named.Values.Select(r => (int?)r))
            .OfType<int>().Distinct().Order().ToArray();
        var matcher = new Matcher(statements, known, roots, names.Count > 0 ? await Sizes(db, roots, ct) : [], next);
        for (var i = 0; i < statements.Count; i++)
            foreach (var name in statements[i].Names) matcher.Join(i, name, isCommon, named, keys);
        return matcher.Found();
    }

    /// <summary>How many keys each asset has that took in others.</summary>
    static async Task<Dictionary<int, int>> Sizes(DeskDb db, int[] roots, CancellationToken ct) => await db.Assets.IgnoreQueryFilters()
        .Where(a => a.MergedInto != null && roots.Contains(a.MergedInto.Value))
        .GroupBy(a => a.MergedInto!.Value).ToDictionaryAsync(g => g.Key, g => g.Count() + 1, ct);

    sealed class Matcher
    {
        readonly IReadOnlyList<StatedAsset> _statements;
        readonly int[] _rows, _nodes, _roots;
        readonly Dictionary<int, int> _nodeOf = [];
        readonly Dictionary<int, int> _newRow = [];
        readonly Dictionary<AssetName, int> _new = [];
        readonly Dictionary<string, int> _byKey;
        readonly List<AssetAlias> _learnt = [];
        readonly List<Rejection> _rejected = [];
        readonly Partition _partition;

        /// <summary>Nodes are the catalogue's assets by age, and behind them the new ones in the order in which they are told.</summary>
        public Matcher(IReadOnlyList<StatedAsset> statements, Dictionary<string, KnownAsset> known,
            int[] roots, Dictionary<int, int> sizes, int next)
        {
            (_statements, _roots, _rows, _nodes) = (statements, roots, new int[statements.Count], new int[statements.Count]);
            for (var i = 0; i < roots.Length; i++) _nodeOf[roots[i]] = i;
            _byKey = new(statements.Count, StringComparer.Ordinal);
            var nodes = roots.Length;
            for (var i = 0; i < statements.Count; i++)
            {
                var there = known.GetValueOrDefault(statements[i].Key);
                _byKey[statements[i].Key] = i;
                _rows[i] = there is { ByKey: true } ? there.Asset : next++;
                if (there is null) _newRow[nodes] = _rows[i];
                _nodes[i] = there is null ? nodes++ : _nodeOf[there.Root];
            }
            _partition = new(roots.Select(r => sizes.GetValueOrDefault(r, 1)).Concat(Enumerable.Repeat(1, nodes - roots.Length)));
        }

        public void Join(int i, AssetName name, Func<AssetName, bool> isCommon,
            Dictionary<AssetName, int> named, Dictionary<string, KnownAsset> keys)
        {
            if (name.Scheme is NameScheme.Key && name.Value == _statements[i].Key) return;
            if (isCommon(name))
            {
                Reject(i, name,
                    $"is shared by more than {CheckedFile.MostUnderOneName} assets in this file and does not say which one is meant");
                return;
            }
            int? other = named.TryGetValue(name, out var root) ? _nodeOf[root]
                : _new.TryGetValue(name, out var first) ? _nodes[first] : null;
            if (name.Scheme is NameScheme.Key && other is null)
                other = _byKey.TryGetValue(name.Value, out var j) ? _nodes[j]
                    : keys.GetValueOrDefault(name.Value) is { Hidden: false } k ? _nodeOf[k.Root]
                    : null;
            if (other is { } node && !_partition.Join(_nodes[i], node, CheckedFile.MostUnderOneName))
                Reject(i, name, $"would merge more than {CheckedFile.MostUnderOneName} keys into one asset");
            else if (!named.ContainsKey(name) && _new.TryAdd(name, i)) _learnt.Add(new(name.Scheme, name.Value, _rows[i]));
        }

        public AssetMatching Found()
        {
            var merged = new Dictionary<int, int>();
            for (var n = 0; n < _roots.Length; n++)
                if (Root(n) is var root && root != _roots[n]) merged[_roots[n]] = root;
            return new(_rows, [.. _nodes.Select(Root)], merged, _learnt, _rejected);
        }

        int Root(int node) => _partition.Leader(node) is var leader && leader < _roots.Length ? _roots[leader] : _newRow[leader];

        void Reject(int i, AssetName name, string why) =>
            _rejected.Add(CheckedFile.At(_statements[i].Place,
                $"The name “{WellFormed.Shown(name.Value, 60)}” {why}; the asset was imported without it."));
    }
}
