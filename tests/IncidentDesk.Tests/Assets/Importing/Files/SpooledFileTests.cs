using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using IncidentDesk.Assets.Importing.Files;

namespace IncidentDesk.Tests.Assets.Importing.Files;

public sealed class SpooledFileTests
{
    [Fact]
    public async Task A_plain_file_is_one_part_that_can_be_read_again()
    {
        using var file = await Spooled.File("{\"a\": 1}", "manifest.json");

        var part = Assert.Single(file.Parts);
        Assert.Equal(("manifest.json", "manifest.json", 8L), (file.Name, part.Name, file.Length));
        Assert.Equal(["{\"a\": 1}", "{\"a\": 1}"], [Spooled.Text(part), Spooled.Text(part)]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("{\"a\": 1}"u8)), file.Sha256);
        Assert.Equal(16, file.Passed);
    }

    [Fact]
    public async Task Two_readers_of_one_part_do_not_disturb_each_other()
    {
        using var file = await Spooled.File("abcdef", "letters.txt");
        using var first = file.Parts[0].Open();
        using var second = file.Parts[0].Open();

        Assert.Equal(['a', 'a', 'b', 'b'],
            [(char)first.ReadByte(), (char)second.ReadByte(), (char)first.ReadByte(), (char)second.ReadByte()]);
    }

    [Theory]
    [InlineData("events.json.gz", "events.json")]
    [InlineData("events", "events")]
    public async Task Gzip_is_opened_whatever_the_file_is_called(string sent, string part)
    {
        using var file = await Spooled.File(Gzipped("{}", "{\"next\": true}"), sent);

        Assert.Equal((part, "{}{\"next\": true}"), (file.Parts.Single().Name, Spooled.Text(file.Parts.Single())));
    }

    [Fact]
    public async Task Gzip_of_any_length_comes_out_as_it_went_in()
    {
        var text = string.Concat(Enumerable.Range(0, 60_000).Select(n => Convert.ToHexString(BitConverter.GetBytes(n))));
        foreach (var length in (int[])[1, 15, 16, 17, 65_519, 65_520, 65_536, text.Length])
        {
            using var file = await Spooled.File(Gzipped(text[..length]), "n.gz");
            Assert.Equal(text[..length], Spooled.Text(file.Parts[0]));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(5_000)]
    public async Task Gzip_that_was_cut_off_is_refused(int missing)
    {
        var whole = Gzipped(Convert.ToHexString(SHA512.HashData([1])) + string.Concat(Enumerable.Range(0, 9_999).Select(n => n * 7919)));
        var why = await Spooled.Refused(whole[..^missing], "events.gz");

        Assert.True(why is SpooledFile.CutOff or SpooledFile.Damaged, why.Why);
    }

    [Fact]
    public async Task Gzip_with_a_flipped_bit_is_refused()
    {
        var bytes = Gzipped("a catalogue of many things");
        bytes[^7] ^= 1;
        Assert.IsType<SpooledFile.Damaged>(await Spooled.Refused(bytes, "events.gz"));
    }

    [Fact]
    public async Task An_archive_within_gzip_is_not_opened() =>
        Assert.IsType<SpooledFile.PackedTwice>(
            await Spooled.Refused(Gzipped(Encoding.Latin1.GetString(ZipForge.Zip(("a.json", "{}")))), "a.gz"));

    [Fact]
    public async Task An_empty_file_is_refused() => Assert.IsType<SpooledFile.Empty>(await Spooled.Refused([], "a.json"));

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused_before_it_is_read_whole()
    {
        var body = new Endless();
        var taken = await SpooledFile.Take(body, "big.json", new() { Sent = 10 << 20 });

        Assert.Equal("Nothing was saved. The file is larger than 10 MB. Send it in smaller parts.",
            Assert.IsType<Refusal.TooLarge>(taken.Refusal).Why);
        Assert.InRange(body.Given, 10 << 20, 11 << 20);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_told_in_plain_words()
    {
        var why = await Spooled.Refused([1], "a.json", new() { Folder = "/nowhere/at/all" });
        Assert.Contains("temporary folder /nowhere/at/all cannot be written to",
            Assert.IsType<SpooledFile.NotPutAside>(why).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_does_not_take_the_last_room_on_the_disk()
    {
        var why = await Spooled.Refused([1], "a.json", new() { KeepFree = long.MaxValue });
        Assert.Contains("is full", Assert.IsType<SpooledFile.NotPutAside>(why).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_stays_in_the_folder_whatever_happens()
    {
        var folder = Directory.CreateTempSubdirectory("spool-").FullName;
        var limits = new FileLimits { Folder = folder, Sent = 100 };
        using (await Spooled.File([1, 2, 3], limits: limits))
            if (!OperatingSystem.IsWindows()) Assert.Empty(Directory.GetFiles(folder));
        await Spooled.Refused(new byte[101], limits: limits);
        await Spooled.Refused([0x50, 0x4b, 3, 4, 9, 9], limits: limits);
        await Assert.ThrowsAsync<IOException>(() => SpooledFile.Take(new BrokenOff(), "a.json", limits));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SpooledFile.Take(new Endless(), "a.json", limits, new(canceled: true)));

        Assert.Empty(Directory.GetFiles(folder));
        Directory.Delete(folder);
    }

    [Fact]
    public async Task A_large_file_passes_with_flat_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var taken = await SpooledFile.Take(new Endless(256 << 20), "big.json");
        using var file = taken.Value!;

        Assert.Equal(256 << 20, Spooled.Length(file.Parts[0]));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    static byte[] Gzipped(params string[] members)
    {
        using var packed = new MemoryStream();
        foreach (var member in members)
            using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
                gzip.Write(Encoding.Latin1.GetBytes(member));
        return packed.ToArray();
    }

    sealed class Endless(long length = long.MaxValue) : ForwardStream
    {
        public long Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var given = (int)Math.Min(buffer.Length, length - Given);
            Given += given;
            buffer[..given].Fill((byte)' ');
            return given;
        }
    }

    sealed class BrokenOff : ForwardStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("The client reset the request.");
    }
}
