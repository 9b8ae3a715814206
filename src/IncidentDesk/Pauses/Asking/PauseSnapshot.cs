using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace IncidentDesk.Pauses.Asking;

/// <summary>All pauses as they stood together at one moment; those that are over, too, because a key answers for ever.</summary>
public sealed record PauseSnapshot
{
    /// <summary>Of each pause that everybody sees, and of all of these together.</summary>
    readonly Dictionary<string, UInt128> _marks;
    readonly UInt128 _mark;

    readonly Lazy<AskedPause[]> _listed;

    /// <summary>From when each of those is in force, in order; sorted once, when somebody first asks for the version.</summary>
    readonly Lazy<DateTimeOffset[]> _beginnings;

    PauseSnapshot(Dictionary<string, AskedPause> byKey, Dictionary<string, UInt128> marks, UInt128 mark)
    {
        (ByKey, _marks, _mark) = (byKey, marks, mark);
        _listed = new(() => [.. byKey.Values.Where(p => !p.IsPrivate).OrderBy(p => p.Key, StringComparer.Ordinal)]);
        _beginnings = new(() => [.. Listed.Select(p => p.Since).OfType<DateTimeOffset>().Order()]);
    }

    internal static readonly PauseSnapshot Empty = new([], [], 0);

    public IReadOnlyDictionary<string, AskedPause> ByKey { get; }

    /// <summary>
    /// Those that everybody sees, by key: the order in which they became known here would tell of what became known between them.
    /// </summary>
    public IReadOnlyList<AskedPause> Listed => _listed.Value;

    /// <summary>The database does not answer; this is the last that was known.</summary>
    public bool IsStale { get; init; }

    /// <summary>
    /// The same on every node that knows the same; another one after any change of what is told, and when one begins that was ordered
    /// for later: 32 hexadecimal digits and how many have yet to begin. A private pause moves it only for who lists its key, and only
    /// when that is answered otherwise.
    /// </summary>
    /// <param name="now">The time of the answer.</param>
    /// <param name="about">What was asked; all that everybody sees when left out.</param>
    public string VersionAt(DateTimeOffset now, Question? about = null)
    {
        if (about?.Keys is not { } keys) return Version(_mark, ToCome(now));
        var (mark, toCome) = (default(UInt128), 0);
        foreach (var pause in Asked(keys))
        {
            mark ^= pause.IsPrivate ? Mark(new { pause.Key, Answer = pause.At(now, about.Running) }) : _marks[pause.Key];
            if (!pause.IsPrivate && pause.Since > now) toCome++;
        }
        return Version(mark, toCome);
    }

    /// <summary>When the next one of these begins that was ordered for later; null when none is to come.</summary>
    /// <inheritdoc cref="VersionAt"/>
    public DateTimeOffset? NextAfter(DateTimeOffset now, Question? about = null) =>
        about?.Keys is { } keys ? Asked(keys).Where(p => p.Since > now).Min(p => p.Since)
        : ToCome(now) is > 0 and var left ? _beginnings.Value[^left] : null;

    /// <summary>With some of them told anew. Marks are combined so that one change costs one hash, however many pauses there are.</summary>
    internal PauseSnapshot With(IEnumerable<AskedPause> changed)
    {
        var all = new Dictionary<string, AskedPause>(ByKey, StringComparer.Ordinal);
        var (marks, mark) = (new Dictionary<string, UInt128>(_marks, StringComparer.Ordinal), _mark);
        foreach (var pause in changed)
        {
            all[pause.Key] = pause;
            if (marks.Remove(pause.Key, out var was)) mark ^= was;
            if (pause.IsPrivate) continue;
            mark ^= marks[pause.Key] = Mark(pause);
        }
        return new(all, marks, mark);
    }

    IEnumerable<AskedPause> Asked(IEnumerable<string> keys) => keys.Select(k => ByKey.GetValueOrDefault(k)).OfType<AskedPause>();

    int ToCome(DateTimeOffset now)
    {
        var (from, to) = (0, _beginnings.Value.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (_beginnings.Value[middle] > now) to = middle;
            else from = middle + 1;
        }
        return _beginnings.Value.Length - from;
    }

    static string Version(UInt128 mark, int toCome) => string.Create(CultureInfo.InvariantCulture, $"{mark:x32}-{toCome}");

    static UInt128 Mark<T>(T told) =>
        BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(told, Json.Options)));
}
