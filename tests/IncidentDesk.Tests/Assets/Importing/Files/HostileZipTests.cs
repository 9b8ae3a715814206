using System.IO.Compression;
using System.Text;
using IncidentDesk.Assets.Importing.Files;

namespace IncidentDesk.Tests.Assets.Importing.Files;

public sealed class HostileZipTests
{
    static readonly byte[] Text = Encoding.UTF8.GetBytes("{\"nodes\": {}}");

    [Fact]
    public async Task A_zip_shows_its_files_in_their_order_without_folders_and_what_macOS_adds()
    {
        using var file = await Spooled.File(ZipForge.Zip(("target/", ""), ("target/manifest.json", "{}"),
            ("__MACOSX/target/._manifest.json", "x"), ("target/.DS_Store", "x"), ("target\\catalog.json", "[]")));

        Assert.Equal(["target/manifest.json", "target/catalog.json"], file.Parts.Select(p => p.Name));
        Assert.Equal(["{}", "[]"], file.Parts.Select(Spooled.Text));
    }

    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.NoCompression)]
    public async Task What_the_platform_packs_without_seeking_is_read(CompressionLevel level)
    {
        using var file = await Spooled.File(Platform(level, 300));

        Assert.Equal(300, file.Parts.Count);
        Assert.Equal("entry 299 ⛵", Spooled.Text(file.Parts[299]));
    }

    [Theory]
    [InlineData("../evil.json")]
    [InlineData("a/../../evil.json")]
    [InlineData("..\\evil.json")]
    [InlineData("/etc/passwd")]
    [InlineData("\\\\host\\share")]
    [InlineData("C:\\evil.json")]
    [InlineData("a\0.json")]
    [InlineData("./a.json")]
    [InlineData("")]
    public async Task A_name_that_points_outside_is_refused(string name) =>
        Assert.IsType<SpooledFile.UnsafeName>(await Spooled.Refused(ZipForge.Zip((name, "{}"))));

    [Fact]
    public async Task A_zip_with_too_many_entries_is_refused_by_count_and_not_by_what_it_claims()
    {
        var zip = Platform(CompressionLevel.NoCompression, 12);
        Assert.IsType<SpooledFile.TooManyEntries>(await Spooled.Refused(zip, limits: new() { Entries = 11 }));
        zip[^12] = zip[^14] = 2;
        Assert.IsType<SpooledFile.TooManyEntries>(await Spooled.Refused(zip, limits: new() { Entries = 11 }));
        Assert.IsType<SpooledFile.CutOff>(await Spooled.Refused(zip));
    }

    [Fact]
    public async Task A_bomb_is_refused_while_it_unpacks()
    {
        var zip = ZipForge.Zeros(64 << 20);
        Assert.InRange(zip.Length, 0, 600_000);
        Assert.IsType<SpooledFile.UnpacksTooFar>(await Spooled.Refused(zip));
    }

    [Fact]
    public async Task A_bomb_whose_header_claims_ten_bytes_is_refused_no_later()
    {
        var bomb = new Forged("a.json", new byte[64 << 20]) { ClaimedLength = 10 };
        Assert.IsType<SpooledFile.UnpacksTooFar>(await Spooled.Refused(ZipForge.Zip(bomb)));
    }

    [Fact]
    public async Task All_parts_together_are_bounded_and_reading_twice_counts_once()
    {
        var zip = ZipForge.Zip(("a.json", new string('a', 600)), ("b.json", new string('b', 600)));
        using var file = await Spooled.File(zip, limits: new() { Unpacked = 1_200 });
        Assert.Equal(2_400, file.Parts.Concat(file.Parts).Sum(Spooled.Length));

        Assert.Equal("b.json",
            Assert.IsType<SpooledFile.UnpacksTooLarge>(await Spooled.Refused(zip, limits: new() { Unpacked = 1_199 })).Entry);
    }

    [Theory]
    [InlineData("inner.zip")]
    [InlineData("inner.tar.gz")]
    [InlineData("innocent.json")]
    public async Task An_archive_within_the_zip_is_not_opened(string name) =>
        Assert.Equal(name, Assert.IsType<SpooledFile.PackedTwice>(
            await Spooled.Refused(ZipForge.Zip(new Forged(name, ZipForge.Zip(("a.json", "{}")))))).Entry);

    [Theory]
    [InlineData(1, 8)]
    [InlineData(0x41, 8)]
    [InlineData(0, 99)]
    public async Task An_encrypted_entry_is_refused_by_name(ushort flags, ushort method)
    {
        var why = await Spooled.Refused(ZipForge.Zip(new Forged("manifest.json", Text) { Flags = flags, Method = method }));
        Assert.Equal("manifest.json", Assert.IsType<SpooledFile.Encrypted>(why).Entry);
    }

    [Theory]
    [InlineData(9, 20, 0u)]
    [InlineData(14, 20, 0u)]
    [InlineData(8, 0x0314, 0xA1FF0000u)]
    [InlineData(8, 0x0314, 0x21B60000u)]
    public async Task Links_devices_and_rare_packings_are_refused_by_name(ushort method, ushort madeBy, uint attributes)
    {
        var why = await Spooled.Refused(
            ZipForge.Zip(new Forged("manifest.json", Text) { Method = method, MadeBy = madeBy, Attributes = attributes }));
        Assert.Equal("manifest.json", Assert.IsType<SpooledFile.OddEntry>(why).Entry);
    }

    [Fact]
    public async Task Two_entries_of_one_name_are_refused() =>
        Assert.IsType<SpooledFile.NameTwice>(await Spooled.Refused(ZipForge.Zip(("a.json", "{}"), ("a.json", "[]"))));

    [Fact]
    public async Task Two_entries_over_the_same_bytes_are_refused()
    {
        var kernel = new Forged("a.json", Text);
        Assert.IsType<SpooledFile.Overlapping>(await Spooled.Refused(ZipForge.Zip(kernel, kernel with { Name = "b.json", InPlaceOf = 0 })));
    }

    [Fact]
    public async Task An_entry_that_quotes_the_next_one_as_its_own_data_is_refused()
    {
        // Each entry spans the header and the data of the one behind it: the better zip bomb.
        var last = new Forged("b.json", Text) { Method = 0 };
        var spans = (uint)(30 + 6 + Text.Length + Text.Length);
        var why = await Spooled.Refused(
            ZipForge.Zip(new Forged("a.json", Text) { Method = 0, ClaimedPacked = spans, ClaimedLength = spans }, last));
        Assert.Equal("a.json", Assert.IsType<SpooledFile.Overlapping>(why).Entry);
        Assert.IsType<SpooledFile.Overlapping>(await Spooled.Refused(ZipForge.Zip(new Forged("a.json", Text) { Reach = 60 }, last)));
        Assert.IsType<SpooledFile.Overlapping>(
            await Spooled.Refused(ZipForge.Zip(last, new Forged("c.json", Text) { ClaimedPacked = 900 })));
    }

    [Fact]
    public async Task A_zip_that_was_cut_off_anywhere_is_refused()
    {
        var zip = ZipForge.Zip(("a.json", "{}"), ("b.json", "[1,2,3]"));
        for (var length = 4; length < zip.Length; length++) Assert.IsType<SpooledFile.CutOff>(await Spooled.Refused(zip[..length]));
    }

    [Fact]
    public async Task A_directory_that_lost_an_entry_is_refused()
    {
        var zip = ZipForge.Zip(("a.json", "{}"), ("b.json", "[1,2,3]"));
        zip[^14] = zip[^12] = 3;
        Assert.IsType<SpooledFile.CutOff>(await Spooled.Refused(zip));
    }

    [Fact]
    public async Task Content_that_is_not_what_was_packed_is_refused()
    {
        Assert.IsType<SpooledFile.Damaged>(await Spooled.Refused(ZipForge.Zip(new Forged("a.json", Text) { Crc = 1 })));
        Assert.IsType<SpooledFile.Damaged>(await Spooled.Refused(ZipForge.Zip(new Forged("a.json", Text) { ClaimedLength = 5 })));
        Assert.IsType<SpooledFile.Damaged>(await Spooled.Refused(ZipForge.Zip(new Forged("a.json", Text) { LocalName = "b.json" })));
    }

    [Fact]
    public async Task A_zip_of_several_disks_and_an_empty_one_are_refused()
    {
        var zip = ZipForge.Zip(("a.json", "{}"));
        zip[^18] = 1;
        Assert.IsType<SpooledFile.SeveralDisks>(await Spooled.Refused(zip));
        Assert.IsType<SpooledFile.NoEntries>(await Spooled.Refused(ZipForge.Zip(("folder/", ""))));
        Assert.IsType<SpooledFile.NoEntries>(await Spooled.Refused(ZipForge.End(0, 0, 0)));
    }

    [Fact]
    public async Task A_name_that_is_not_utf8_is_shown_as_latin_letters()
    {
        using var file = await Spooled.File(ZipForge.Zip(new Forged("", Text) { NameBytes = [0x66, 0xFC, 0x72], Flags = 0 }));
        Assert.Equal("für", Assert.Single(file.Parts).Name);
    }

    [Fact]
    public async Task No_flipped_byte_brings_anything_but_a_refusal_or_sound_parts()
    {
        var sound = ZipForge.Zip(("a.json", "{\"a\": [1, 2, 3]}"), ("b/c.json", "[1,2,3]"));
        for (var at = 0; at < sound.Length; at++)
            foreach (var value in (byte[])[0, 1, 0x7f, 0x80, 0xff])
            {
                var zip = sound.ToArray();
                zip[at] = value;
                var taken = await SpooledFile.Take(new MemoryStream(zip), "a.zip");
                if (!taken.Done) continue;
                using var file = taken.Value;
                var read = await Xunit.Record.ExceptionAsync(() => Task.Run(() => file.Parts.Sum(Spooled.Length)));
                Assert.True(read is null or IncidentDesk.Assets.Importing.UnreadableException, read?.ToString());
            }
    }

    static byte[] Platform(CompressionLevel level, int entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(new OneWay(file), ZipArchiveMode.Create, leaveOpen: true))
            for (var i = 0; i < entries; i++)
            {
                using var entry = zip.CreateEntry($"{i}.json", level).Open();
                entry.Write(Encoding.UTF8.GetBytes($"entry {i} ⛵"));
            }
        return file.ToArray();
    }

    /// <summary>Cannot be sought, so sizes come in descriptors behind the data, as from Java.</summary>
    sealed class OneWay(Stream inner) : ForwardStream
    {
        public override bool CanRead => false;
        public override bool CanWrite => true;
        public override int Read(Span<byte> buffer) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
