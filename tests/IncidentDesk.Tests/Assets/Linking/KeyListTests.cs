using System.Text;
using CsCheck;
using IncidentDesk.Assets.Linking;

namespace IncidentDesk.Tests.Assets.Linking;

public sealed class KeyListTests : AssetTest
{
    [Theory]
    [InlineData("hive://w/a\nhive://w/b")]
    [InlineData("\uFEFFhive://w/a\r\nhive://w/b\r\n")]
    [InlineData("# from the ticket\n\n  hive://w/a  \n# and\nhive://w/b\n\n")]
    [InlineData("key\nhive://w/a\nhive://w/b\n")]
    [InlineData("\uFEFFowner,Key,x\nanna,hive://w/a,1\nben,\"hive://w/b\"\n")]
    [InlineData("#c\nowner;key\n;hive://w/a\n\"a;b\";hive://w/b\n")]
    [InlineData("n\tKEY\n1\thive://w/a\n2\thive://w/b\n")]
    public async Task A_list_is_one_key_a_line_or_a_column_of_that_name(string list) =>
        Assert.Equal(["hive://w/a", "hive://w/b"], (await Read(list)).Value!.Keys);

    [Fact]
    public async Task A_line_that_is_no_csv_is_a_name_with_all_its_commas_and_quotes()
    {
        const string urn = "urn:li:dataset:(urn:li:dataPlatform:hive,a.b,PROD)";
        Assert.Equal([urn, "hive://w/a,\"b"], (await Read($"{urn}\nhive://w/a,\"b\n")).Value!.Keys);
        Assert.Equal([urn, "say \"so\""], (await Read($"key\n\"{urn}\"\n\"say \"\"so\"\"\"\n")).Value!.Keys);
    }

    [Fact]
    public async Task What_is_wrong_with_a_list_is_said_with_its_line()
    {
        Assert.Equal(new KeyList.ListEmpty(), (await Read("")).Refusal);
        Assert.Equal(new KeyList.ListEmpty(), (await Read("\uFEFF\n# nothing\nkey\n")).Refusal);
        Assert.Equal(new KeyList.ListNotUtf8(2), (await Read([.. "hive://w/a\nhive://w/"u8, 0xC3, 0x28])).Refusal);
        Assert.Equal(new KeyList.ListNotUtf8(1),
            (await Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("hive://w/a\n")).ToArray())).Refusal);
        Assert.Equal(new KeyList.ListKeyTooLong(2), (await Read("hive://w/a\nhive://w/" + new string('x', 4_000))).Refusal);
        Assert.Equal(new KeyList.ListLineTooLong(2), (await Read("hive://w/a\nhive://w/" + new string('x', 70_000))).Refusal);
        Assert.Equal(new KeyList.ListKeyUnprintable(1, "contains a NUL character (U+0000)"), (await Read("hive://w/a\0b\n")).Refusal);
        Assert.Equal(new KeyList.ListQuoteOpen(2), (await Read("key\n\"hive://w/a\n")).Refusal);
        Assert.Equal(new KeyList.ListKeyMissing(3), (await Read("owner,key\nanna,hive://w/a\nben\n")).Refusal);
    }

    [Fact]
    public async Task Two_million_lines_are_refused_at_the_first_line_too_many_without_reading_on()
    {
        using var endless = new EndlessFile("key\n", "hive://w/some_table\n");

        var refused = (await KeyList.Read(endless)).Refusal;

        Assert.Equal(new KeyList.ListTooLong(200_002), refused);
        Assert.Contains("more than 200,000 keys; line 200,002 is one too many", refused!.Why, StringComparison.Ordinal);
        Assert.True(endless.Position < 5 << 20);
        using var remarks = new EndlessFile("", "# " + new string('-', 60_000) + "\n");
        Assert.IsType<Refusal.TooLarge>((await KeyList.Read(remarks)).Refusal);
    }

    [Fact]
    public async Task A_list_of_45_000_keys_is_one_entry_and_what_it_repeats_is_counted()
    {
        await Done(Catalogue.Import(Catalogue.Hive(45_000)));
        var incident = await Declare();
        var keys = Catalogue.Hive(45_000).Split('\n')[1..^1].Select(l => l.Split(',')[0]).ToList();

        var list = (await Read(string.Join("\r\n", keys.Append(keys[0]).Append("hive://w/none")))).Value!;
        var linked = await Done(list.In(new() { Incident = incident }));

        Assert.Equal((45_000, 1, 2), (linked.Linked, linked.Repeated, linked.Position));
        Assert.Equal([45_002], linked.UnmatchedLines!);
    }

    [Fact]
    public void Whatever_comes_in_is_a_list_or_a_refusal_and_a_list_survives_the_way_through_a_form()
    {
        string[] pieces = ["hive://w/a", "key", ",", ";", "\t", "\"", "\"\"", "#", "\n", "\r\n", " ", "\uFEFF", "ä😀", "x,key", "\0"];
        var piece = Gen.Int[0, pieces.Length - 1].Select(i => Encoding.UTF8.GetBytes(pieces[i]));
        Gen.OneOf(piece, Gen.Byte.Array[0, 4]).Array[0, 40].Select(p => p.SelectMany(b => b).ToArray()).Sample(bytes =>
        {
            var read = KeyList.Read(new MemoryStream(bytes)).GetAwaiter().GetResult();
            if (!read.Done) return read.Refusal.Why.StartsWith("Nothing was linked.", StringComparison.Ordinal);
            var back = PackedList.Unpack(read.Value.Pack()).GetAwaiter().GetResult().Value!;
            return read.Value.Keys.Count == read.Value.Lines.Count && read.Value.Lines.SequenceEqual(read.Value.Lines.Distinct().Order())
                && back.Keys.SequenceEqual(read.Value.Keys) && back.Lines.SequenceEqual(read.Value.Lines);
        }, iter: 20_000, threads: 1);
    }

    [Theory, InlineData(null), InlineData(""), InlineData("%%%"), InlineData("bm90IHppcHBlZA")]
    public async Task A_packed_list_that_is_none_is_refused(string? packed) =>
        Assert.IsType<PackedList.ListBroken>((await PackedList.Unpack(packed)).Refusal);

    static Task<Outcome<KeyList>> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    static Task<Outcome<KeyList>> Read(byte[] bytes) => KeyList.Read(new Trickle(bytes));

    /// <summary>Comes in pieces of seven bytes, as from a slow line.</summary>
    sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(Length > 10_000 ? buffer : buffer[..Math.Min(7, buffer.Length)], cancellationToken);
    }
}
