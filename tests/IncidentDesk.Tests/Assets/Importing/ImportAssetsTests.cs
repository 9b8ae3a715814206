using IncidentDesk.Assets;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Assets.Importing;

public sealed class ImportAssetsTests : DeskTest
{
    [Fact]
    public async Task Of_45_000_rows_with_three_bad_ones_44_997_are_taken_and_three_are_listed()
    {
        var lines = Catalogue.Hive(45_000).Split('\n');
        (lines[10], lines[20_000], lines[45_000]) =
            ("no.scheme,table", "hive://w/x,tabel", lines[1].Replace("team", "other", StringComparison.Ordinal));

        var came = await Done(Catalogue.Import(string.Join('\n', lines)));

        Assert.Equal((44_997, 0, 0), (came.Added, came.Updated, came.Unchanged));
        Assert.Equal([11, 20_001, 45_001], came.Rejected.Select(r => r.Line ?? 0));
        Assert.Equal(44_997, await Read((db, _) => AssetQueries.Count(db)));
        Assert.Equal("Imported assets of warehouse.csv from warehouse.csv: 44,997 added, 0 updated, 0 unchanged, 3 rejected.",
            Assert.Single(await CatalogueEntries()).Sentence());
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_leaves_no_entry()
    {
        await Done(Catalogue.Import(Catalogue.Hive(50)));
        var before = await AssetsAsTheyAre();
        Clock.Advance(TimeSpan.FromHours(1));

        var again = await Done(Catalogue.Import(Catalogue.Hive(50)));

        Assert.Equal((0, 0, 50), (again.Added, again.Updated, again.Unchanged));
        Assert.Equal(before, await AssetsAsTheyAre());
        Assert.Single(await CatalogueEntries());
    }

    [Fact]
    public async Task A_later_file_changes_what_it_speaks_about_and_leaves_the_rest()
    {
        await Done(Catalogue.Import("key,kind,owner,labels,people_data\nhive://w/s.a,table,anna,pii,yes\nhive://w/s.b,table,ben,,no\n"));

        var came = await Do(Catalogue.Import("key,owner\nhive://w/s.a,zoe\nhive://w/s.b,ben\nhive://w/s.c,\n", "owners.csv"));

        Assert.Equal((1, 1, 1), (came.Value!.Added, came.Value.Updated, came.Value.Unchanged));
        var a = await Find("hive://w/s.a");
        Assert.Equal((AssetKind.Table, "zoe", PeopleData.Yes, "s", "owners.csv"), (a.Kind, a.Owner, a.PeopleData, a.Container, a.Source));
        Assert.Equal(["pii"], a.Labels);
        Assert.Equal("warehouse.csv", (await Find("hive://w/s.b")).Source);
    }

    [Fact]
    public async Task Upstreams_become_edges_and_those_not_described_yet_become_stubs_until_they_are()
    {
        var came = await Done(Catalogue.Import("key,upstreams\nhive://w/s.a,kafka://k/t;hive://w/s.b\nhive://w/s.b,kafka://k/t\n"));
        Assert.Equal((2, 3, 1), (came.Added, came.Edges, came.Stubs));
        Assert.Equal(AssetKind.Stub, (await Find("kafka://k/t")).Kind);

        var described = await Do(Catalogue.Import("key,owner\nkafka://k/t,anna\n"));

        Assert.Equal((0, 1), (described.Value!.Added, described.Value.Updated));
        Assert.Equal(AssetKind.Unknown, (await Find("kafka://k/t")).Kind);
        Assert.Equal(3, await Read((db, _) => db.AssetEdges.CountAsync()));
    }

    [Fact]
    public async Task Names_with_quotes_dots_spaces_emoji_and_formulas_are_kept_to_the_letter()
    {
        string[] keys = ["hive://w/we\"ird", "hive://w/a.b..c", "hive://w/two words",
            "hive://w/😀.tabelle", "=cmd://w/A1", "@sum://w/x", "hive://w/it's, [x] 100%"];
        var csv = "key,owner\n" + string.Concat(keys.Select(k => $"\"{k.Replace("\"", "\"\"", StringComparison.Ordinal)}\",=1+1\n"));

        var came = await Do(Catalogue.Import(csv));

        Assert.Equal(keys.Length, came.Value!.Added);
        Assert.Equal(keys.Order(StringComparer.Ordinal),
            (await Read((db, _) => db.Assets.Select(a => a.Key).ToListAsync())).Order(StringComparer.Ordinal));
        Assert.Equal("=1+1", (await Find("=cmd://w/A1")).Owner);
    }

    [Fact]
    public async Task A_file_without_a_name_is_refused_and_nothing_is_taken()
    {
        var outcome = await Do(Catalogue.Import("key\nhive://w/a\n", ""));

        Assert.Equal(["file"], Assert.IsType<Refusal.Invalid>(outcome.Refusal).Fields.Keys);
        Assert.Equal(0, await Read((db, _) => AssetQueries.Count(db)));
    }

    [Fact]
    public async Task Only_who_may_import_does()
    {
        Assert.True((await Do(Catalogue.Import("key\nhive://w/a\n"), Privacy)).Done);
        Assert.True((await Do(Catalogue.Import("key\nhive://w/b\n"), Admin)).Done);

        foreach (var other in new[] { Comms, Leader })
            Assert.IsType<Refusal.NotFound>((await Do(Catalogue.Import("key\nhive://w/c\n"), other)).Refusal);
        Assert.Equal(2, await Read((db, _) => AssetQueries.Count(db)));
    }

    /// <summary>Every table but the one that lists imports, and when a source was last read.</summary>
    async Task<string> AssetsAsTheyAre() =>
        string.Join("== ", (await Dump()).Split("== ").Where(t => !t.StartsWith("ImportRuns", StringComparison.OrdinalIgnoreCase)
            && !t.StartsWith("CatalogueSources", StringComparison.OrdinalIgnoreCase)));

    async Task<Asset> Find(string key) => (await Read((db, _) => AssetQueries.Find(db, key)))!;

    async Task<IReadOnlyList<TimelineEvent>> CatalogueEntries() => await Read(async (db, _) =>
        (IReadOnlyList<TimelineEvent>)[.. (await db.Entries.Where(e => e.Stream == Streams.Catalogue).ToListAsync())
            .Select(e => Recorded.From(e).Event)]);
}
