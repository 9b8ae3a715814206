using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using IncidentDesk.Pauses.Asking;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>
/// The three flags of a pause as they are sent, in UTF-8 with a comma between them. Written when first asked for and kept as long as
/// the pause stands so: most who ask are told what was told before.
/// </summary>
internal sealed class WrittenFlags
{
    static readonly ConditionalWeakTable<AskedPause, WrittenFlags?[]> Kept = [];
    readonly Range[] _each = new Range[FlagName.All.Count];

    public ReadOnlyMemory<byte> All { get; private init; }

    public ReadOnlyMemory<byte> this[FlagKind kind] => All[_each[(int)kind]];

    public static WrittenFlags Of(AskedPause pause, Verdict verdict, bool stale)
    {
        if (stale) return Write(pause.Key, (json, flag) => Evaluation.Write(json, flag, pause, verdict, stale));
        var kept = Kept.GetValue(pause, _ => new WrittenFlags?[Enum.GetValues<Verdict>().Length]);
        return kept[(int)verdict] ??= Write(pause.Key, (json, flag) => Evaluation.Write(json, flag, pause, verdict, stale));
    }

    public static WrittenFlags Write(string key, Action<Utf8JsonWriter, FlagName> write)
    {
        var (bytes, each) = (new ArrayBufferWriter<byte>(1024), new Range[FlagName.All.Count]);
        using var json = new Utf8JsonWriter(bytes);
        foreach (var kind in FlagName.All)
        {
            if (bytes.WrittenCount > 0) bytes.Write(","u8);
            var from = bytes.WrittenCount;
            write(json, new(kind, key));
            json.Flush();
            json.Reset();
            each[(int)kind] = from..bytes.WrittenCount;
        }
        var written = new WrittenFlags { All = bytes.WrittenSpan.ToArray() };
        each.CopyTo(written._each, 0);
        return written;
    }
}
