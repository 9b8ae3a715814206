using System.Security.Cryptography;

namespace IncidentDesk.Assets.Importing.Csv;

/// <summary>
/// Passes bytes on while it counts and hashes them; ends early, with a reason, at too many
/// or at one that no text contains.
/// </summary>
internal sealed class MeasuredStream(Stream inner, long most, string limit) : Stream
{
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    long _read;

    public Refusal? Refusal { get; private set; }

    public string Sha256() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public override int Read(byte[] buffer, int offset, int count) => Passed(buffer.AsSpan(offset, inner.Read(buffer, offset, count)));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        return Passed(buffer.Span[..read]);
    }

    int Passed(ReadOnlySpan<byte> bytes)
    {
        _read += bytes.Length;
        Refusal ??= _read > most ? new Refusal.TooLarge("The file", limit) : bytes.Contains((byte)0) ? new CsvAssets.IsBinary() : null;
        if (Refusal is not null) return 0;
        _hash.AppendData(bytes);
        return bytes.Length;
    }

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _read; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
