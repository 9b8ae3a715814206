using IncidentDesk.Assets;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Tests.Assets.Importing.Files;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Assets.Importing;

/// <summary>
/// Real files from end to end: what their reader tells is what the catalogue then holds, and a
/// second import changes nothing.
/// </summary>
public sealed class SampleImportTests : DeskTest
{
    [Theory]
    [InlineData("datahub/bootstrap_mce.json", "datahub")]
    [InlineData("openmetadata/datasets/tables.json", "openmetadata")]
    [InlineData("openmetadata/lineage/lineage.json", "openmetadata")]
    [InlineData("atlas/hive-db-50-tables.zip", "atlas")]
    [InlineData("atlas/hive_db_lineage.zip", "atlas")]
    public async Task A_real_file_is_recognised_and_taken_whole_and_the_second_import_changes_nothing(string sample, string format)
    {
        var bytes = Samples.Bytes(sample);
        using var file = await Spooled.File(bytes, sample);
        var told = Service<CatalogueFormats>().Of(format)!.Read(file).ToList();

        var came = await Done(new CatalogueImport(bytes, Path.GetFileName(sample)));

        Assert.Equal(told.OfType<StatedAsset>().Select(a => a.Key).Distinct().Count(), came.Added);
        Assert.Equal(told.OfType<StatedEdge>().Select(e => (e.From, e.To, e.Job)).Distinct().Count(), came.Edges);
        Assert.Equal(told.OfType<RejectedStatement>().Count(), came.RejectedCount);
        Assert.Equal(came.Added + came.Stubs - came.Merged, await Read((db, _) => db.Assets.CountAsync(a => a.MergedInto == null)));

        var again = await Done(new CatalogueImport(bytes, Path.GetFileName(sample)));
        Assert.Equal((0, 0, came.Added, 0, 0, 0, 0),
            (again.Added, again.Updated, again.Unchanged, again.Edges, again.Stubs, again.Gone, again.Merged));
    }

    [Fact]
    public async Task Tables_and_lineage_of_OpenMetadata_meet_whichever_comes_first()
    {
        var lineage = new CatalogueImport(Samples.Bytes("openmetadata/lineage/lineage.json"), "lineage.json");
        var tables = new CatalogueImport(Samples.Bytes("openmetadata/datasets/tables.json"), "tables.json");
        var first = await Done(lineage);
        Assert.True(first.Stubs > 0);

        var came = await Done(tables);

        // What lineage named became tables; only its two pipelines are still known by name alone.
        Assert.Equal(2,
            await Read((db, _) => db.Assets.CountAsync(a => a.Kind == IncidentDesk.Assets.AssetKind.Stub && a.MergedInto == null)));
        Assert.Equal(0, came.RejectedCount);
    }
}
