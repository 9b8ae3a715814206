using IncidentDesk.Assets;
using IncidentDesk.Assets.Searching;

namespace IncidentDesk.Tests.Assets.Searching;

public sealed class SearchTests : DeskTest
{
    const string Csv = """
        key,kind,owner,labels,people_data
        hive://w/mci_07.events_00042,table,anna,keystrokes;staff,yes
        hive://w/mci_07.eventsX00042,table,ben,,no
        hive://w/mci_08.raw.Screens,view,anna,staff,unknown
        kafka://k/clicks[eu],topic,,,
        s3://raw/100%,file-set,,,
        hive://w/😀,table,,,
        """;

    [Theory]
    [InlineData("SCREENS", "hive://w/mci_08.raw.screens")]
    [InlineData("s_0", "hive://w/mci_07.events_00042")]
    [InlineData("100%", "s3://raw/100%")]
    [InlineData("*events_*", "hive://w/mci_07.events_00042")]
    [InlineData("hive*mci_08*", "hive://w/mci_08.raw.screens")]
    [InlineData("kafka://k/clicks[eu?", "kafka://k/clicks[eu]")]
    [InlineData("hive://w/?", "hive://w/😀")]
    [InlineData("hive://w/mci_07.events?00042", "hive://w/mci_07.events_00042|hive://w/mci_07.eventsx00042")]
    [InlineData("HIVE*08*", "hive://w/mci_08.raw.screens")]
    [InlineData("mci_07.*", "")]
    public async Task A_part_of_a_key_or_a_glob_over_all_of_it_finds_assets(string q, string expected)
    {
        await Done(Catalogue.Import(Csv));

        Assert.Equal(expected, string.Join('|', await Keys(new() { Q = q })));
    }

    [Fact]
    public async Task Each_filter_narrows()
    {
        await Done(Catalogue.Import(Csv));

        Assert.Equal(["hive://w/mci_07.events_00042", "hive://w/mci_08.raw.screens"], await Keys(new() { Owner = "anna" }));
        Assert.Equal(["hive://w/mci_08.raw.screens"], await Keys(new() { Owner = "anna", Kind = AssetKind.View }));
        Assert.Equal(["hive://w/mci_07.events_00042", "hive://w/mci_08.raw.screens"], await Keys(new() { Label = "staff" }));
        Assert.Equal(["hive://w/mci_08.raw.screens"], await Keys(new() { Container = "mci_08.raw" }));
        Assert.Equal(["hive://w/mci_07.eventsx00042"], await Keys(new() { PeopleData = PeopleData.No }));
        Assert.Equal(6, await Read((db, _) => AssetQueries.Count(db)));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_a_gap()
    {
        await Done(Catalogue.Import(Catalogue.Hive(1_100)));
        var (seen, after) = (new List<string>(), (string?)null);
        do
        {
            var page = await Read((db, _) => AssetQueries.Search(db, Service<CatalogueNames>(), new(), after, 500));
            Assert.InRange(page.Items.Count, 1, 500);
            seen.AddRange(page.Items.Select(a => a.Key));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(1_100, seen.Count);
        Assert.Equal(seen.Distinct().Order(StringComparer.Ordinal), seen);
    }

    async Task<IEnumerable<string>> Keys(AssetFilter filter) =>
        (await Read((db, _) => AssetQueries.Search(db, Service<CatalogueNames>(), filter, null, 100))).Items.Select(a => a.Key);
}
