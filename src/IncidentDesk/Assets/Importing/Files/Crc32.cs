namespace IncidentDesk.Assets.Importing.Files;

/// <summary>The check sum of zip and gzip (RFC 1952, 8). The hardware knows only the other polynomial.</summary>
internal sealed class Crc32
{
    static readonly Lazy<uint[]> Table = new(() => [.. Enumerable.Range(0, 256).Select(Entry)]);

    uint _state = uint.MaxValue;

    public uint Value => ~_state;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var (table, state) = (Table.Value, _state);
        foreach (var b in bytes) state = table[(byte)(state ^ b)] ^ (state >> 8);
        _state = state;
    }

    static uint Entry(int n)
    {
        var c = (uint)n;
        for (var bit = 0; bit < 8; bit++) c = (c & 1) == 0 ? c >> 1 : (c >> 1) ^ 0xEDB88320;
        return c;
    }
}
