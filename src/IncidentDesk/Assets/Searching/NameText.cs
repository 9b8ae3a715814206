using System.Buffers;

namespace IncidentDesk.Assets.Searching;

/// <summary>
/// Many names in one run of bytes, folded, so that a search is one pass over memory. How a name is spelled is kept only where
/// that differs, which among a million Hive tables it never does.
/// </summary>
internal sealed class NameText(byte[] folded, int[] starts, int[] otherRows, int[] otherStarts, byte[] other)
{
    public static readonly NameText Empty = new([], [0], [], [0], []);

    public int Count => starts.Length - 1;

    public long Bytes => folded.LongLength + other.LongLength + 4L * (starts.Length + otherRows.Length + otherStarts.Length);

    public ReadOnlySpan<byte> All => folded;

    /// <summary>How frequent each byte is, from a sample.</summary>
    public int[] HowOften { get; } = Counted(folded);

    public int Start(int row) => starts[row];

    /// <summary>Just behind its last byte.</summary>
    public int End(int row) => starts[row + 1] - 1;

    public int Length(int row) => starts[row + 1] - 1 - starts[row];

    public ReadOnlySpan<byte> this[int row] => folded.AsSpan(starts[row], Length(row));

    /// <summary>The UTF-8 of the name as its source writes it.</summary>
    public ReadOnlySpan<byte> Spelled(int row)
    {
        var at = otherRows.Length == 0 ? -1 : Array.BinarySearch(otherRows, row);
        return at < 0 ? this[row] : other.AsSpan(otherStarts[at], otherStarts[at + 1] - otherStarts[at]);
    }

    static int[] Counted(byte[] text)
    {
        var counts = new int[256];
        for (var at = 0; at < text.Length; at += 1 + text.Length / 65_536) counts[text[at]]++;
        return counts;
    }

    /// <summary>In which name a byte lies. Those asked for come in order, so the answer is mostly near the last one.</summary>
    public int RowAt(int place, int near)
    {
        var (from, step) = (near, 1);
        for (; from + step < starts.Length && starts[from + step] <= place; step *= 2) from += step;
        for (var to = Math.Min(from + step, starts.Length - 1); to - from > 1;)
            if ((from + to) / 2 is var middle && starts[middle] <= place) from = middle;
            else to = middle;
        return from;
    }
}

/// <summary>Gathers names, one after the other.</summary>
internal sealed class NameTextBuilder(int names = 0)
{
    readonly ArrayBufferWriter<byte> _folded = new(Math.Max(256, names * 56)), _other = new();
    readonly List<int> _starts = new(names + 1) { 0 }, _otherRows = [], _otherStarts = [0];

    public int Count => _starts.Count - 1;

    public void Add(ReadOnlySpan<byte> name)
    {
        var from = _folded.WrittenCount;
        Folding.Fold(name, _folded);
        if (!_folded.WrittenSpan[from..].SequenceEqual(name))
        {
            _other.Write(name);
            _otherRows.Add(Count);
            _otherStarts.Add(_other.WrittenCount);
        }
        _folded.Write([Folding.Between]);
        _starts.Add(_folded.WrittenCount);
    }

    public NameText Build() => Count == 0 ? NameText.Empty
        : new(_folded.WrittenSpan.ToArray(), [.. _starts], [.. _otherRows], [.. _otherStarts], _other.WrittenSpan.ToArray());
}
