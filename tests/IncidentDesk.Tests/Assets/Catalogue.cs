using System.Text;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.Csv;
using IncidentDesk.Assets.Importing.Files;
using IncidentDesk.Assets.Importing.Running;
using IncidentDesk.Tests.Assets.Importing;

namespace IncidentDesk.Tests.Assets;

/// <summary>Files to import, as text or made up row by row without ever lying on disk.</summary>
internal static class Catalogue
{
    public static CatalogueImport Import(string csv, string name = "warehouse.csv") => new(Encoding.UTF8.GetBytes(csv), name);

    /// <summary>What the desk's own tables tell, without any desk.</summary>
    public static IReadOnlyList<CatalogueStatement> Parsed(string csv) => [.. new CsvFormat().Read(Sent.Text(csv, "warehouse.csv"))];

    public static Refusal Refused(byte[] bytes) =>
        Assert.Throws<UnreadableException>(() => new CsvFormat().Read(Sent.Bytes(bytes, "warehouse.csv")).ToList()).Why;

    /// <summary>The founding case: tables of keystroke logs, all readable by everybody.</summary>
    public static string Hive(int tables) =>
        "key,kind,container,owner,labels,people_data\n" + string.Concat(Enumerable.Range(0, tables).Select(n =>
            $"hive://warehouse/mci_{n % 100:00}.events_{n:00000},table,,team-{n % 7},"
                + $"{(n % 2 == 0 ? "keystrokes;staff" : "screens")},{(n % 3 == 0 ? "unknown" : "yes")}\n"));
}

/// <summary>A file on its way into the catalogue; send it with <c>Do</c> or <c>Done</c> as a command would be.</summary>
internal sealed record CatalogueImport(byte[] Bytes, string Name)
{
    public ImportOptions Request { get; init; } = new();

    public async Task<Outcome<ImportedAssets>> By(Importer importer, Actor by, Terms? terms = null)
    {
        var file = await SpooledFile.Take(new MemoryStream(Bytes), Name);
        return file.Done ? await importer.Import(file.Value, Request, by, terms) : file.Refusal;
    }
}

/// <summary>A file that never ends and is never kept: a header, then the same row again and again.</summary>
internal sealed class EndlessFile(string header, string row) : Stream
{
    readonly byte[] _header = Encoding.UTF8.GetBytes(header), _row = Encoding.UTF8.GetBytes(row);

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var from = Position < _header.Length ? _header.AsSpan((int)Position)
            : _row.AsSpan((int)((Position - _header.Length) % _row.Length));
        var read = Math.Min(count, from.Length);
        from[..read].CopyTo(buffer.AsSpan(offset));
        Position += read;
        return read;
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
