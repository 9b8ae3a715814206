using System.Text;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Carrying;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Tests.Record;

namespace IncidentDesk.Cli.Tests.Incidents;

public sealed class VerifyVerbTests : IDisposable
{
    static readonly string Export = Forged.File(new IncidentDeclared("Door open", Severity.Sev2, default, default),
        new UpdatePosted("Closed it"), new UpdatePosted("Went home"));
    static readonly ReadExport Read = ReadExport.Parse(Encoding.UTF8.GetBytes(Export)).Value!;

    readonly string _file = Path.Combine(Path.GetTempPath(), $"incidentdesk-{Guid.NewGuid():N}.json");

    [Fact]
    public async Task An_intact_export_is_named_with_its_head()
    {
        var said = await Verify(Export);

        Assert.Equal((0, ""), (said.Code, said.Err));
        Assert.StartsWith($"Intact: INC-1, 3 entries, head {Read.Head}\nIntact in itself. Without a head hash that you hold,", said.Out,
            StringComparison.Ordinal);
        var held = await Verify(Export, "--head", Read.Head.ToUpperInvariant());
        Assert.Equal((0, $"Intact: INC-1, 3 entries, head {Read.Head}\n"), (held.Code, held.Out));
    }

    [Fact]
    public async Task A_changed_export_is_broken_at_the_entry_that_was_changed()
    {
        var said = await Verify(Export.Replace("Closed it", "Left it", StringComparison.Ordinal));

        Assert.Equal((1, "Broken at entry 2: its content was changed.\n", ""), (said.Code, said.Out, said.Err));
    }

    [Fact]
    public async Task An_older_head_vouches_for_everything_before_it()
    {
        var said = await Verify(Export, "--head", Convert.ToHexStringLower(Read.Entries[1].Hash));

        Assert.Equal(0, said.Code);
        Assert.Contains("that of entry 2; nothing was changed up to there, and 1 entry came later.", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_that_is_nowhere_in_the_export_breaks_it()
    {
        var said = await Verify(Export, "--head", new string('a', 64));

        Assert.Equal(1, said.Code);
        Assert.StartsWith("Broken: no entry has the head hash you hold.", said.Out, StringComparison.Ordinal);
    }

    [Theory, InlineData("{}"), InlineData("[]"), InlineData("\"export\""), InlineData("""{"format":"incidentdesk.export","title":"x"}""")]
    public async Task Json_that_is_no_export_is_not_said_to_be_no_json(string json)
    {
        var said = await Verify(json);

        Assert.Equal(2, said.Code);
        Assert.DoesNotContain("cannot be read as JSON", said.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("cut off", said.Err, StringComparison.Ordinal);
    }

    [Theory, InlineData("not json", "is not a complete export"), InlineData("{}", "is not a complete export"),
        InlineData("\0\u0001", "is not a complete export"), InlineData("", "is not a complete export")]
    public async Task What_is_no_export_is_said_and_ends_with_2(string text, string says)
    {
        var said = await Verify(text);

        Assert.Equal((2, ""), (said.Code, said.Out));
        Assert.Contains(says, said.Err, StringComparison.Ordinal);
        Assert.StartsWith("Nothing was verified.", said.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_cut_off_a_missing_file_and_half_a_head_end_with_2()
    {
        Assert.Equal(2, (await Verify(Export[..^20])).Code);
        Assert.Equal((2, "Nothing was verified. A head hash has 64 hexadecimal digits; copy it in full.\n"),
            await Verify(Export, "--head", "abc") is var said ? (said.Code, said.Err) : default);
        Assert.Equal((2, $"Nothing was verified. There is no file {_file}.gone.\n"),
            await CliResult.By(["verify", _file + ".gone"]) is var gone ? (gone.Code, gone.Err) : default);
    }

    async Task<CliResult> Verify(string export, params string[] options)
    {
        await File.WriteAllTextAsync(_file, export, TestContext.Current.CancellationToken);
        return await CliResult.By(["verify", _file, .. options]);
    }

    public void Dispose() => File.Delete(_file);
}
