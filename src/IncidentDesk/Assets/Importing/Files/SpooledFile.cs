using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace IncidentDesk.Assets.Importing.Files;

/// <summary>
/// What was sent, put aside on disk while it is read, and gone when this is disposed of or the process dies. A zip shows its
/// entries, gzip is opened, anything else is one part.
/// </summary>
public sealed partial class SpooledFile : CatalogueFile, IDisposable
{
    readonly SafeFileHandle _file;
    readonly Unpacked _unpacked;
    long _passed;

    SpooledFile(string name, SafeFileHandle file, string sha256, FileLimits limits)
    {
        (Name, _file, Sha256, Length, _unpacked) = (name, file, sha256, RandomAccess.GetLength(file), new(limits));
        Parts = Shown(limits);
    }

    public override string Name { get; }

    public override IReadOnlyList<CataloguePart> Parts { get; }

    /// <summary>Of the bytes as sent, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>In bytes, as sent.</summary>
    public long Length { get; }

    /// <summary>How many bytes of it have been read so far; a second reading counts again.</summary>
    public long Passed => Interlocked.Read(ref _passed);

    /// <summary>
    /// Reads the body to its end. What goes wrong on the sender's side is thrown, as the body
    /// throws it; nothing is left behind.
    /// </summary>
    public static async Task<Outcome<SpooledFile>> Take(Stream body, string name, FileLimits? limits = null, CancellationToken ct = default)
    {
        limits ??= FileLimits.Usual;
        SafeFileHandle? file = null;
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            file = Aside(limits);
            if (await Copy(body, file, hash, limits, ct) is { } refusal) return refusal;
            var spooled = new SpooledFile(name, file, Convert.ToHexStringLower(hash.GetCurrentHash()), limits);
            file = null;
            return spooled;
        }
        catch (UnreadableException unreadable)
        {
            return unreadable.Why;
        }
        finally
        {
            file?.Dispose();
        }
    }

    /// <summary>What is answered to a file beyond the bound, however one learns of its size.</summary>
    public static Refusal TooLarge(FileLimits limits) => new Refusal.TooLarge("The file", Size(limits.Sent));

    public void Dispose() => _file.Dispose();

    static SafeFileHandle Aside(FileLimits limits)
    {
        var path = Path.Combine(limits.Folder, $"incidentdesk-{Path.GetRandomFileName()}");
        try
        {
            // Made first: a handle cannot say with which rights a file is made, and who opens it meanwhile would keep reading.
            OwnFiles.New(path);
            var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
            // Without a name it leaves nothing behind even when the process is killed; Windows does so by itself.
            if (!OperatingSystem.IsWindows()) File.Delete(path);
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableException(new NotPutAside($"the temporary folder {limits.Folder} cannot be written to"));
        }
    }

    static async Task<Refusal?> Copy(Stream body, SafeFileHandle file, IncrementalHash hash, FileLimits limits, CancellationToken ct)
    {
        const int CheckRoomEvery = 64 << 20;
        var buffer = ArrayPool<byte>.Shared.Rent(128 << 10);
        try
        {
            long length = 0, checkAt = 0;
            for (int read; (read = await body.ReadAsync(buffer, ct)) > 0; length += read)
            {
                if (length + read > limits.Sent) return TooLarge(limits);
                if (length >= checkAt && !HasRoom(limits))
                    return new NotPutAside($"the disk of the temporary folder {limits.Folder} is full");
                if (length >= checkAt) checkAt += CheckRoomEvery;
                if (!Write(file, buffer.AsSpan(0, read), length))
                    return new NotPutAside($"the disk of the temporary folder {limits.Folder} is full or failing");
                hash.AppendData(buffer.AsSpan(0, read));
            }
            return length == 0 ? new Empty() : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    static bool HasRoom(FileLimits limits) => new DriveInfo(Path.GetFullPath(limits.Folder)).AvailableFreeSpace > limits.KeepFree;

    static bool Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long at)
    {
        try
        {
            RandomAccess.Write(file, bytes, at);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    CataloguePart[] Shown(FileLimits limits)
    {
        Span<byte> head = stackalloc byte[4];
        var read = RandomAccess.Read(_file, head, 0);
        if (read == 4 && head is [0x50, 0x4b, 3, 4] or [0x50, 0x4b, 5, 6])
            return [.. new ZipDirectory(_file, Length, Name, limits.Entries).Read().Select(Entry)];
        if (read == 4 && head is [0x1f, 0x8b, 8, _]) return [Gzip()];
        var whole = new Part(Name, Length, null);
        return [new(Name, () => new PartStream(Window(0, Length), whole, _unpacked))];
    }

    CataloguePart Entry(ZipEntry entry)
    {
        var part = new Part(entry.Name, entry.Packed, (entry.Length, entry.Crc));
        return new(entry.Name, () => new PartStream(
            entry.Method == 0 ? Window(entry.Data, entry.Packed)
                : new DeflateStream(Window(entry.Data, entry.Packed), CompressionMode.Decompress), part, _unpacked));
    }

    CataloguePart Gzip()
    {
        var name = Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Name[..^3] : Name;
        var part = new Part(name, Length, null);
        return new(name, () => new PartStream(new GunzipStream(Window(0, Length), Name), part, _unpacked));
    }

    WindowStream Window(long from, long length) => new(_file, from, length, read => Interlocked.Add(ref _passed, read));
}
