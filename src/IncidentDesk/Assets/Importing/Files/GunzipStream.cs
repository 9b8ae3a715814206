using System.IO.Compression;

namespace IncidentDesk.Assets.Importing.Files;

/// <summary>
/// Opens gzip and notices when it was cut off. The platform's stream simply ends there, so what was cut would pass for whole; here
/// one more member follows the file, and only a whole file leads to it (RFC 1952, 2.2: members are read as one).
/// </summary>
internal sealed class GunzipStream(Stream packed, string name) : ForwardStream
{
    static readonly byte[] Mark = "the end of it all"u8.ToArray();

    readonly GZipStream _inner = new(new Followed(packed, Packed(Mark)), CompressionMode.Decompress);
    readonly byte[] _held = new byte[64 << 10];
    int _from, _to;

    /// <summary>Holds back as many bytes as the mark has, for they may be it.</summary>
    public override int Read(Span<byte> buffer)
    {
        while (_to - _from <= Mark.Length)
        {
            _held.AsSpan(_from, _to - _from).CopyTo(_held);
            (_from, _to) = (0, _to - _from);
            if (_inner.Read(_held.AsSpan(_to)) is var read && read > 0) _to += read;
            else return _held.AsSpan(0, _to).SequenceEqual(Mark) ? 0 : throw new UnreadableException(new SpooledFile.CutOff(name));
        }
        var given = Math.Min(buffer.Length, _to - _from - Mark.Length);
        _held.AsSpan(_from, given).CopyTo(buffer);
        _from += given;
        return given;
    }

    static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>A stream and some bytes behind it.</summary>
    sealed class Followed(Stream first, byte[] then) : ForwardStream
    {
        int _at;

        public override int Read(Span<byte> buffer)
        {
            if (first.Read(buffer) is var read && read > 0) return read;
            var given = Math.Min(buffer.Length, then.Length - _at);
            then.AsSpan(_at, given).CopyTo(buffer);
            _at += given;
            return given;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) first.Dispose();
            base.Dispose(disposing);
        }
    }
}
