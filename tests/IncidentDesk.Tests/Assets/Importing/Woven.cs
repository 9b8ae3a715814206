namespace IncidentDesk.Tests.Assets.Importing;

/// <summary>A file that is made while it is read, piece by piece, until a piece is empty.</summary>
internal sealed class Woven(byte[] start, Func<int, byte[]> piece) : Stream
{
    byte[] _now = start;
    int _at, _next;
    bool _over;

    public long Passed { get; private set; }

    /// <summary>Bytes allocated by the pieces themselves.</summary>
    public long Made { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (_at == _now.Length && !_over)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            (_now, _at) = (piece(_next++), 0);
            Made += GC.GetAllocatedBytesForCurrentThread() - before;
            _over = _now.Length == 0;
        }
        var read = Math.Min(count, _now.Length - _at);
        _now.AsSpan(_at, read).CopyTo(buffer.AsSpan(offset));
        (_at, Passed) = (_at + read, Passed + read);
        return read;
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => Passed; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
