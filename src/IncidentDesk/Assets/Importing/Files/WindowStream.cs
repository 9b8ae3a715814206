using Microsoft.Win32.SafeHandles;

namespace IncidentDesk.Assets.Importing.Files;

/// <summary>A stretch of a file on disk. Several may be read at once over one handle.</summary>
internal sealed class WindowStream(SafeFileHandle file, long from, long length, Action<int> passed) : ForwardStream
{
    long _at;

    public override int Read(Span<byte> buffer)
    {
        var wanted = (int)Math.Min(buffer.Length, length - _at);
        if (wanted == 0) return 0;
        var read = RandomAccess.Read(file, buffer[..wanted], from + _at);
        _at += read;
        passed(read);
        return read;
    }
}
