using System.Collections.Immutable;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.Checking;

/// <summary>
/// A file that was read once from end to end and is sound. Read again, it tells each asset once and then the edges, always in the
/// same order, so that an import which was stopped knows where to go on; memory does not grow with the file.
/// </summary>
internal sealed class CheckedFile
{
    /// <summary>How many keys may share a name. Tables have three to six names; a name that dozens have is a folder or a mistake.</summary>
    public const int MostUnderOneName = 16;

    const int MostKept = 50_000, LargestKept = 16 << 20;

    /// <summary>How many rejections are kept word by word; all are counted.</summary>
    public const int MostShown = 1_000;

    readonly ICatalogueFormat _format;
    readonly CatalogueFile _file;
    readonly HashSet<ulong> _repeated = [];
    readonly Lazy<CountMinSketch> _names;
    readonly List<Rejection> _rejections = [];

    /// <summary>All that was told, as long as that is little: a small file is not read again.</summary>
    List<CatalogueStatement>? _kept = [];
    int _assets, _edges;

    CheckedFile(ICatalogueFormat format, CatalogueFile file, int bytes) => (_format, _file, _names) = (format, file, new(() => new(bytes)));

    /// <summary>Assets, each once, and edges; of a million perhaps a dozen too few, because <see cref="BloomFilter"/> errs.</summary>
    public int Total => _assets + _edges;
    public int Rejected { get; private set; }
    public ImmutableArray<Rejection> Rejections => [.. _rejections];

    /// <param name="length">Of the file in bytes.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="UnreadableException">It is not what the format should be; nothing of it was taken.</exception>
    public static CheckedFile Read(ICatalogueFormat format, CatalogueFile file, long length, CancellationToken ct)
    {
        var read = new CheckedFile(format, file, BloomFilter.BytesFor(length));
        if (length > LargestKept) read._kept = null;
        var seen = new BloomFilter(BloomFilter.BytesFor(length));
        foreach (var statement in StatementRules.Of(format.Read(file)))
        {
            ct.ThrowIfCancellationRequested();
            read.Keep(statement);
            if (statement is StatedAsset asset) read.Count(asset, seen);
            else if (statement is StatedEdge) read._edges++;
            else if (statement is RejectedStatement rejected) read.Reject(rejected);
        }
        // What the format remembered of a million keys is needed once more when the file is taken; both at a
        // time would be most of the memory.
        if (length > LargestKept) GC.Collect();
        return read;
    }

    /// <summary>From the given statement on, counted from 0.</summary>
    public IEnumerable<CatalogueStatement> From(int first) => Assets().Concat(Edges()).Skip(first);

    /// <summary>Whether the name is shared by so many in this file that it says nothing about which of them is meant.</summary>
    public bool IsCommon(AssetName name) => _names.Value.Of(Hash(name)) > MostUnderOneName;

    public static Rejection At(string place, string reason) =>
        place.StartsWith("line ", StringComparison.Ordinal) && int.TryParse(place.AsSpan(5), out var line)
            ? new(line, null, reason)
            : new(null, place, reason);

    IEnumerable<CatalogueStatement> Assets()
    {
        var repeats = new Repeats();
        foreach (var statement in Again())
            if (statement is not StatedAsset asset) continue;
            else if (_repeated.Count > 0 && _repeated.Contains(TextHash.Of(asset.Key))) repeats.Add(asset);
            else yield return asset;
        foreach (var asset in repeats.All) yield return asset;
    }

    /// <summary>An iterator, so that reading does not begin before the assets are through.</summary>
    IEnumerable<CatalogueStatement> Edges()
    {
        if (_edges == 0) yield break;
        foreach (var statement in Again())
            if (statement is StatedEdge) yield return statement;
    }

    IEnumerable<CatalogueStatement> Again() => _kept ?? StatementRules.Of(_format.Read(_file));

    void Keep(CatalogueStatement statement)
    {
        if (_kept?.Count == MostKept) _kept = null;
        if (statement is not RejectedStatement) _kept?.Add(statement);
    }

    void Count(StatedAsset asset, BloomFilter seen)
    {
        var key = TextHash.Of(asset.Key);
        if (!seen.Again(key)) _assets++;
        else if (_repeated.Add(key) && _repeated.Count > Repeats.Most) throw new UnreadableException(new Repeats.TooMany(Repeats.Most));
        foreach (var name in asset.Names)
            if (Hash(name) is var hash && !seen.Again(key ^ hash)) _names.Value.Add(hash);
    }

    void Reject(RejectedStatement rejected)
    {
        Rejected++;
        if (_rejections.Count < MostShown) _rejections.Add(At(rejected.Place, rejected.Reason));
    }

    static ulong Hash(AssetName name) => ((ulong)name.Scheme).With(name.Value);
}
