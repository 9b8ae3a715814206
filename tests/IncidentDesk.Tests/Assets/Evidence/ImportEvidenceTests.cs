using System.Text;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.Evidence.Importing;
using IncidentDesk.Assets.Importing.Csv;
using IncidentDesk.Assets.Linking;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Assets.Evidence;

public sealed class ImportEvidenceTests : EvidenceTest
{
    [Fact]
    public async Task Rows_are_taken_in_one_entry_and_what_is_wrong_with_one_is_said_by_its_line()
    {
        var incident = await Exposed();
        var file = await Rows(EvidenceKind.Accesses, $"""
            key,source,accesses,from,to,evidence,looked_by
            {KeysA},HDFS audit log,12,2026-06-02T03:10:00Z,2026-06-12T02:10:00Z,"Query 1, page 2",Jonas Weber
            {KeysB},HDFS audit log,~30,,,,
            {Screens},HDFS audit log,unknown,,,,
            {Orders},HDFS audit log,,2026-06-02T05:10:00+02:00,,,
            hive://w/other,HDFS audit log,1,,,,
            no key,HDFS audit log,1,,,,
            {KeysA},,1,,,,
            {KeysA},Gateway log,-1,,,,
            {KeysA},Gateway log,1,yesterday,,,
            {KeysA},Gateway log,1,2026-06-03T00:00:00Z,2026-06-02T00:00:00Z,,
            {KeysA},HDFS audit log,13,2026-06-02T03:10:00Z,2026-06-12T02:10:00Z,,
            {KeysB},HDFS audit log,~30,,,,
            {KeysB},HDFS audit log,3,,,,too,many
            """);

        var came = await Do(new ImportEvidence { Incident = incident, File = file });

        Assert.Equal((4, 4, 4), (came.Value!.Rows, came.Value.Assets, came.Value.Position));
        Assert.Equal(
        [
            (6, "This asset is not linked to the incident. Link it, then send the row again."),
            (7, "The key has no platform at the start; a key looks like hive://warehouse/sales.orders."), (8, "source is empty."),
            (9, "accesses must be a whole number (with ~ before an estimate) or unknown."),
            (10, "from is not a time with an offset, such as 2026-06-12T03:10:00Z."), (11, "The period ends before it starts."),
            (12, "Line 2 gives another value for the same asset, HDFS audit log and period; that line was imported."),
            (14, "The row has 8 fields, the header 7; put a field that contains a comma in quotes."),
        ], came.Value.Rejected.Select(r => (r.Line, r.Reason)));
        var all = (await Summary(incident)).All;
        Assert.Equal((12L, 30L, 2), (all.Accesses, all.AccessesEstimated, all.AccessesUnknown));
        Assert.Equal("Recorded who did read for 4 assets from evidence.csv: 4 rows imported, 8 rejected.",
            (await TimelineOf(incident))[3].Sentence());
    }

    [Fact]
    public async Task Every_kind_has_its_columns_in_any_order()
    {
        var incident = await Exposed();
        await Done(new ImportEvidence { Incident = incident, File = await Rows(EvidenceKind.Readers,
            $"Group,KEY,people,source\nstaff,{KeysA},~8400,grants\ncontractors,{KeysA},unknown,grants\nstaff,{KeysB},~8400,grants\n") });
        await Done(new ImportEvidence
        {
            Incident = incident,
            File = await Rows(EvidenceKind.Coverage, $"key,log,state,from,to,retention\n{KeysA},HDFS audit "
                + $"log,complete,2026-06-01T00:00:00Z,,14 days\n{KeysB},HDFS audit log,none,,,\n")
        });

        var summary = await Summary(incident);

        Assert.Equal([("staff", 2, 8_400), ("contractors", 1, (int?)null)], summary.All.Readers.Select(r => (r.Group, r.Assets, r.People)));
        Assert.Equal([(LogState.Complete, 1), (LogState.None, 1)], summary.Logs.Select(l => (l.State, l.Assets)));
        Assert.Equal(["contractors", "staff"], (await Assessed(incident, KeysA)).Readers);
    }

    [Fact]
    public async Task The_same_file_changes_nothing_and_after_more_was_linked_it_is_sent_as_a_replacement()
    {
        var incident = await Exposed("hive://w/logs.keys_*");
        var file = await Rows(EvidenceKind.Accesses, $"key,source,accesses\n{KeysA},HDFS audit log,1\n{Orders},HDFS audit log,2\n");
        await Done(new ImportEvidence { Incident = incident, File = file });

        Assert.Equal((0, 4),
            (Assert.IsType<ImportedEvidence>((await Do(new ImportEvidence { Incident = incident, File = file })).Value).Assets,
                (await State(incident)).Position));
        await Done(new LinkAssets { Incident = incident, Keys = [Orders] });
        Assert.Equal(new FileOnRecord(4), (await Do(new ImportEvidence { Incident = incident, File = file })).Refusal);
        await Done(new ImportEvidence { Incident = incident, File = file, Replaces = 4 });

        Assert.Equal(3, (await Summary(incident)).All.Accesses);
    }

    [Theory]
    [InlineData("", typeof(EvidenceCsv.MissingColumn)), InlineData("key,accesses\n", typeof(EvidenceCsv.MissingColumn)),
        InlineData("key,source,colour\n", typeof(EvidenceCsv.UnknownEvidenceColumn))]
    [InlineData("key,source,source\n", typeof(EvidenceCsv.EvidenceColumnTwice)),
        InlineData("key,source\nhive://w/a,\0\n", typeof(CsvAssets.IsBinary))]
    public async Task A_file_that_is_wrong_as_a_whole_is_refused_as_a_whole(string csv, Type refusal)
    {
        var read = await EvidenceCsv.Read(EvidenceKind.Accesses, new MemoryStream(Encoding.UTF8.GetBytes(csv)), "x.csv");

        Assert.IsType(refusal, read.Refusal);
    }

    [Fact]
    public async Task A_file_of_which_nothing_can_be_taken_leaves_nothing_behind()
    {
        var incident = await Exposed();

        Assert.IsType<EvidenceCsv.NothingTaken>((await Do(new ImportEvidence
        {
            Incident = incident, File = await Rows(EvidenceKind.Accesses, "key,source\nhive://w/other,Log\n")
        })).Refusal);
        Assert.IsType<EvidenceCsv.NoRows>(
            (await Do(new ImportEvidence { Incident = incident, File = await Rows(EvidenceKind.Accesses, "key,source\n") })).Refusal);
        Assert.Equal(3, (await State(incident)).Position);
    }

    [Fact]
    public async Task Words_stay_in_the_entry_so_there_are_not_endlessly_many_of_them()
    {
        var csv = "key,source,evidence\n"
            + string.Concat(Enumerable.Range(0, EvidenceCsv.MostWords + 1).Select(n => $"hive://w/t{n},Log,evidence {n}\n"));

        Assert.IsType<EvidenceCsv.TooManyWords>(
            (await EvidenceCsv.Read(EvidenceKind.Accesses, new MemoryStream(Encoding.UTF8.GetBytes(csv)), "x.csv")).Refusal);
    }

    [Fact]
    public async Task Importing_needs_its_role_and_tells_a_stranger_nothing()
    {
        var file = await Rows(EvidenceKind.Readers, $"key,group\n{KeysA},staff\n");
        await NotFor(Comms, n => new ImportEvidence { Incident = n, File = file });
        await HiddenFromStrangers(n => new ImportEvidence { Incident = n, File = file });
    }

    [Fact]
    public async Task Forty_five_thousand_rows_are_one_entry_and_read_in_one_go()
    {
        await Done(Catalogue.Import(Catalogue.Hive(45_000)));
        var incident = await Declare();
        await Done(new LinkAssets { Incident = incident, Pattern = "hive://warehouse/*", ExposedFrom = Start, ExposedTo = End });
        var csv = "key,source,accesses,from,to\n" + string.Concat(Enumerable.Range(0, 45_000).Select(n =>
            $"hive://warehouse/mci_{n % 100:00}.events_{n:00000},HDFS audit "
                + $"log,{(n % 1_000 == 7 ? n : 0)},2026-06-02T03:10:00Z,2026-06-12T02:10:00Z\n"));

        await Done(new ImportEvidence { Incident = incident, File = await Rows(EvidenceKind.Accesses, csv) });
        await Done(Readers(incident));
        await Done(Log(incident) with { All = false, Pattern = "hive://warehouse/mci_0*" });

        Assert.Equal((5, 3), ((await State(incident)).Position, await Read((db, _) => db.Evidence.CountAsync())));
        var all = (await Summary(incident)).All;
        Assert.Equal((45_000, 45, 4_455, 40_500),
            (all.Assets, all.Findings.AccessFound, all.Findings.NoAccessFound, all.Findings.CannotBeAssessed));
    }
}
