using System.Text;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Events;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Carrying;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;
using IncidentDesk.Tests.Record;

namespace IncidentDesk.Tests.Assets.Linking;

/// <summary>An incident brought from another desk names assets that this one's catalogue may never have heard of.</summary>
public sealed class LinksFromElsewhereTests : AssetTest
{
    readonly Elsewhere _elsewhere = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await _elsewhere.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await _elsewhere.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Its_links_come_along_and_what_the_catalogue_lacks_is_known_by_name()
    {
        await Done(Catalogue.Import($"key,kind,owner\n{KeysA},table,zoe\n"));

        var came = await Do(new ImportIncident { File = await Intact(await _elsewhere.Export()) }, Privacy);

        var linked = await Linked(came.Value!.Number);
        Assert.Equal([
            (KeysA, AssetKind.Table, "zoe", Disclosure.Disclosed), (KeysB, AssetKind.Stub, null, Disclosure.Disclosed),
            (Screens, AssetKind.Stub, (string?)null, Disclosure.ToBeDetermined)
        ],
            linked.Select(a => (a.Key, a.Kind, a.Owner, a.Disclosure)));
        Assert.Equal(new AssetTally { Total = 3, Disclosed = 2, ToBeDetermined = 1 }, (await State(came.Value.Number)).Tally);
        Assert.DoesNotContain("INC-", (await Read((db, _) => AssetQueries.Find(db, KeysB)))!.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hive://w/a\nhive://w/b", 3), InlineData("hive://w/a\tb", 1),
        InlineData("no key", 1), InlineData("", 1), InlineData("hive://w/a\0b", 1)]
    public async Task Keys_that_are_none_or_do_not_add_up_refuse_the_whole_file(string keys, int count)
    {
        var attachment = Attachment.Of(Encoding.UTF8.GetBytes(keys));
        var forged = Forged.File([attachment],
            new IncidentDeclared("Forged", Severity.Sev1, IncidentKind.Live, Visibility.Open),
            new AssetsLinked(count, attachment.Hash, new() { Total = count }, Disclosure.Disclosed));

        var outcome = await Do(new ImportIncident { File = await Intact(forged) }, Privacy);

        Assert.IsType<DoesNotAddUp>(outcome.Refusal);
        Assert.Equal(0, await Read((db, _) => AssetQueries.Count(db)));
    }

    static async Task<IntactExport> Intact(string export)
    {
        var read = await IntactExport.From(new MemoryStream(Encoding.UTF8.GetBytes(export)), default);
        Assert.True(read.Done, read.Refusal?.Why);
        return read.Value;
    }

    sealed class Elsewhere : AssetTest
    {
        private protected override TestTemplate<Cast> Beginning => Cast.Elsewhere;

        public async Task<string> Export()
        {
            var incident = await DeclareWith("hive://w/logs.*");
            await Done(new SetExposure { Incident = incident, Pattern = "*keys_?", Disclosure = Disclosure.Disclosed });
            using var file = new MemoryStream();
            Assert.True((await Read((db, caller) => IncidentExport.Write(db, caller, incident, file, default), Privacy)).Done);
            return Encoding.UTF8.GetString(file.ToArray());
        }
    }
}
