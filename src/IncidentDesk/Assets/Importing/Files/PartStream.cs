using System.IO.Hashing;

namespace IncidentDesk.Assets.Importing.Files;

/// <summary>What holds for all parts of one file together.</summary>
internal sealed class Unpacked(FileLimits limits)
{
    long _bytes;

    public FileLimits Limits => limits;

    /// <summary>A part that is read a second time counts once.</summary>
    public bool Add(long bytes) => Interlocked.Add(ref _bytes, bytes) <= limits.Unpacked;
}

/// <summary>One part of a file, and how far it was ever read.</summary>
/// <param name="Packed">Bytes on disk.</param>
/// <param name="Sum">Length and CRC-32 that a zip has written down for it; null where there is none.</param>
internal sealed record Part(string Name, long Packed, (long Length, uint Crc)? Sum)
{
    public long Furthest { get; set; }
}

/// <summary>Passes an unpacked part on, and ends the reading when it grows beyond the limits or is not what was packed.</summary>
internal sealed class PartStream(Stream inner, Part part, Unpacked all) : ForwardStream
{
    readonly Crc32 _crc = new();
    long _read;
    uint _head;

    public override int Read(Span<byte> buffer)
    {
        var read = Unpack(buffer);
        if (read == 0 && buffer.Length > 0) AtEnd();
        if (_read < 4) Head(buffer[..read]);
        _read += read;
        if (part.Sum is not null) _crc.Append(buffer[..read]);
        Bound();
        return read;
    }

    int Unpack(Span<byte> buffer)
    {
        try
        {
            return inner.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw new UnreadableException(new SpooledFile.Damaged(part.Name));
        }
    }

    void Bound()
    {
        var limits = all.Limits;
        if (_read > limits.Harmless && _read / limits.Ratio > part.Packed)
            throw new UnreadableException(new SpooledFile.UnpacksTooFar(part.Name, limits.Ratio));
        if (_read <= part.Furthest) return;
        var fits = all.Add(_read - part.Furthest);
        part.Furthest = _read;
        if (!fits) throw new UnreadableException(new SpooledFile.UnpacksTooLarge(part.Name, limits.Unpacked));
    }

    /// <summary>Whatever it is called, an archive begins like one.</summary>
    void Head(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length && _read + i < 4; i++) _head |= (uint)bytes[i] << (int)(8 * (_read + i));
        if (_read + bytes.Length >= 4 && (_head is 0x04034b50 or 0x06054b50 || (_head & 0xffffff) == 0x088b1f))
            throw new UnreadableException(new SpooledFile.PackedTwice(part.Name));
    }

    void AtEnd()
    {
        if (part.Sum is { } sum && sum != (_read, _crc.GetCurrentHashAsUInt32()))
            throw new UnreadableException(new SpooledFile.Damaged(part.Name));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
