using System.Collections;
using System.Text;

namespace IncidentDesk.Assets.Searching;

/// <summary>
/// All names of the catalogue as of one version of it; never changes. A large part that was loaded, and a small one that describes
/// anew what was touched since: to follow the catalogue costs what was touched, not what there is.
/// </summary>
internal sealed class NameSnapshot(NameSegment loaded, NameSegment recent, BitArray touched, long version)
{
    /// <summary>Beyond so many rows described anew, the two parts are made one.</summary>
    const int MostRecent = 50_000;

    /// <summary>Nothing read yet.</summary>
    public static readonly NameSnapshot Empty = Of(NameSegment.Empty, -1);

    /// <summary>What the catalogue stood at; grows with every change.</summary>
    public long Version => version;

    /// <summary>
    /// By number of an asset: 0 where its catalogue's word stands, else <see cref="PrivacyReview"/> and one more;
    /// null where the register names nothing.
    /// </summary>
    public byte[]? Reviewed { get; private init; }

    /// <summary>The same names, seen beside the register of reviews.</summary>
    public NameSnapshot With(byte[] reviewed) => new(loaded, recent, touched, version) { Reviewed = reviewed };

    public int Count => Parts.Sum(p => Enumerable.Range(0, p.Part.Count).Count(p.Stands));

    /// <summary>One more than the highest number of an asset.</summary>
    public int MostIds => Parts.Max(p => p.Part.Count == 0 ? 0 : p.Part.Ids[^1] + 1);

    public long Bytes => loaded.Bytes + recent.Bytes + touched.Length / 8;

    /// <summary>Assets known from incidents only, and so not to be found by everybody.</summary>
    public IReadOnlyList<int> OnlyNamed { get; } =
        [.. loaded.OnlyNamed.Where(row => !Is(touched, row)).Select(row => loaded.Ids[row]),
            .. recent.OnlyNamed.Select(row => recent.Ids[row])];

    /// <summary>The parts, and which of their rows hold.</summary>
    public IReadOnlyList<(NameSegment Part, Func<int, bool> Stands)> Parts { get; } =
        [(loaded, row => !Is(touched, row)), (recent, _ => true)];

    public static NameSnapshot Of(NameSegment all, long version) => new(all, NameSegment.Empty, new(0), version);

    /// <summary>The same names, some of them told anew.</summary>
    /// <param name="ids">What was touched; what of it is not among those told has lost its row, to the asset it was merged into.</param>
    /// <param name="told">What it is now.</param>
    /// <param name="now">The version that tells so.</param>
    public NameSnapshot With(IReadOnlySet<int> ids, NameSegment told, long now)
    {
        var news = NameMerge.Of(recent, row => !ids.Contains(recent.Ids[row]), told);
        var anew = new BitArray(touched) { Length = loaded.Count };
        foreach (var id in ids)
            if (loaded.RowOf(id) is >= 0 and var row) anew[row] = true;
        return news.Count <= MostRecent ? new(loaded, news, anew, now) : Of(NameMerge.Of(loaded, row => !anew[row], news), now);
    }

    /// <summary>How an asset is spelled; null if it has no row of its own.</summary>
    public string? Key(int id)
    {
        foreach (var (part, stands) in Parts)
            if (part.RowOf(id) is >= 0 and var row && stands(row)) return Encoding.UTF8.GetString(part.Keys.Spelled(row));
        return null;
    }

    static bool Is(BitArray bits, int row) => bits.Length > 0 && bits[row];
}
