namespace IncidentDesk.Assets.ChangeFeed;

/// <summary>
/// Lists of small numbers as bytes: 7 bits a byte, the lowest first, the high bit says that more follow (as in
/// LEB128). Assets stand in growing order as distances from the one before; an edge is the distance from the one
/// before it, its end, and whether it is gone.
/// </summary>
public static class Packed
{
    public static byte[] Assets(IEnumerable<int> ids)
    {
        var bytes = new List<byte>();
        var before = 0;
        foreach (var id in ids.Distinct().Order())
        {
            Write(bytes, (uint)(id - before));
            before = id;
        }
        return [.. bytes];
    }

    public static byte[] Edges(IEnumerable<EdgeChange> edges)
    {
        var bytes = new List<byte>();
        var before = 0;
        foreach (var edge in edges.OrderBy(e => e.From).ThenBy(e => e.To))
        {
            Write(bytes, (uint)(edge.From - before));
            Write(bytes, ((ulong)(uint)edge.To << 1) | (edge.Gone ? 1u : 0u));
            before = edge.From;
        }
        return [.. bytes];
    }

    public static IEnumerable<int> Assets(byte[] packed)
    {
        var (at, id) = (0, 0);
        while (at < packed.Length) yield return id += (int)Read(packed, ref at);
    }

    public static IEnumerable<EdgeChange> Edges(byte[] packed)
    {
        var (at, from) = (0, 0);
        while (at < packed.Length)
        {
            from += (int)Read(packed, ref at);
            var end = Read(packed, ref at);
            yield return new(from, (int)(end >> 1), (end & 1) == 1);
        }
    }

    static void Write(List<byte> bytes, ulong value)
    {
        for (; value >= 0x80; value >>= 7) bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }

    static ulong Read(byte[] bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
