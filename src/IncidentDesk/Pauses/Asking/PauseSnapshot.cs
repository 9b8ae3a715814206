using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace IncidentDesk.Pauses.Asking;

/// <summary>All pauses as they stood together at one moment; those that are over, too, because a key answers for ever.</summary>
public sealed record PauseSnapshot
{
    readonly UInt128 _mark;

    /// <summary>From when each is in force, in order; sorted once, when somebody first asks for the version.</summary>
    readonly Lazy<DateTimeOffset[]> _beginnings;

    PauseSnapshot(IReadOnlyDictionary<string, AskedPause> byKey, UInt128 mark)
    {
        (ByKey, _mark) = (byKey, mark);
        _beginnings = new(() => [.. byKey.Values.Select(p => p.Since).OfType<DateTimeOffset>().Order()]);
    }

    internal static readonly PauseSnapshot Empty = new(new Dictionary<string, AskedPause>(), 0);

    public IReadOnlyDictionary<string, AskedPause> ByKey { get; }

    /// <summary>The database does not answer; this is the last that was known.</summary>
    public bool IsStale { get; init; }

    /// <summary>
    /// The same on every node that knows the same, another one after any change, and when one begins that was ordered for later:
    /// 32 hexadecimal digits and how many have yet to begin.
    /// </summary>
    public string VersionAt(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"{_mark:x32}-{ToCome(now)}");

    /// <summary>When the next one begins that was ordered for later; null when none is to come.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset now) => ToCome(now) is > 0 and var left ? _beginnings.Value[^left] : null;

    /// <summary>With some of them told anew. Marks are combined so that one change costs one hash, however many pauses there are.</summary>
    internal PauseSnapshot With(IEnumerable<AskedPause> changed)
    {
        var (all, mark) = (new Dictionary<string, AskedPause>(ByKey, StringComparer.Ordinal), _mark);
        foreach (var pause in changed)
        {
            if (all.TryGetValue(pause.Key, out var was)) mark ^= Mark(was);
            mark ^= Mark(pause);
            all[pause.Key] = pause;
        }
        return new(all, mark);
    }

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

    static UInt128 Mark(AskedPause pause) =>
        BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(pause, Json.Options)));
}
