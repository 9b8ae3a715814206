using IncidentDesk.Assets;
using IncidentDesk.Assets.Importing;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Assets.Importing.Hostile;

/// <summary>What bad input comes to in every format, from the file to the rows: refused, or taken in part as the result says.</summary>
public sealed class HostileImportTests : DeskTest
{
    public static TheoryData<string> Formats => [.. Story.Formats];

    [Theory, MemberData(nameof(Formats))]
    public async Task Each_format_is_recognised_by_its_content(string format)
    {
        var story = new Story(["a", "b"], ("a", "b"), ("b", "a"));
        var came = await Done(new CatalogueImport(story.In(format), "sent"));

        Assert.Equal((2, 2, format),
            (await Tables(), came.Edges, await Read((db, _) => db.ImportRuns.Select(r => r.Format).SingleAsync())));
    }

    [Theory, MemberData(nameof(Formats))]
    public async Task A_cycle_is_as_many_edges_as_it_has_and_a_second_import_changes_nothing(string format)
    {
        var story = new Story(["a", "b", "c"], ("a", "b"), ("b", "c"), ("c", "a"));
        var came = await Import(story, format);

        Assert.Equal((3, 3), (came.Edges, await Edges()));
        var again = await Import(story, format);
        Assert.Equal((0, 0, 0, 0, 0), (again.Added, again.Updated, again.Edges, again.Stubs, again.Merged));
        Assert.Equal(3, await Edges());
    }

    [Theory, MemberData(nameof(Formats))]
    public async Task A_table_that_flows_into_itself_is_no_edge_and_hinders_no_other(string format)
    {
        var came = await Import(new(["a", "b"], ("a", "a"), ("a", "b")), format);

        Assert.Equal((1, 1), (came.Edges, await Edges()));
        // A CSV says it in the row of the table itself, which is rejected as a whole.
        Assert.Equal(format is "csv" ? (1, 1) : (2, 0), (await Tables(), format is "csv" ? came.RejectedCount : 0));
    }

    [Theory, MemberData(nameof(Formats))]
    public async Task Names_of_any_shape_are_taken_and_one_too_long_for_a_key_is_named(string format)
    {
        string[] odd = ["we\"ird", "a.b..c", "two words", "😀.tabelle", "it's, [x] 100%", "ünï_cödé",
            "comma,comma", "semi;colon", "hash#tag", "sla/sh", "(paren", "back`tick", "a\\b", "%2C"];
        var came = await Import(new([.. odd, new string('x', 4_000)]), format);

        Assert.Equal(odd.Length, await Tables());
        Assert.True(came.RejectedCount >= 1, "The name of 4,000 characters was not named.");
        Assert.Contains(came.Rejected, r => r.Reason.Contains("longer than 1,000 characters", StringComparison.Ordinal));
        var again = await Import(new([.. odd, new string('x', 4_000)]), format);
        Assert.Equal((0, 0, came.RejectedCount), (again.Added, again.Updated, again.RejectedCount));
    }

    [Theory, MemberData(nameof(Formats))]
    public async Task Long_names_in_other_scripts_are_taken_or_named_on_either_database(string format)
    {
        // Some 2,800 bytes that do not compress: more than an index of PostgreSQL holds.
        var random = new Random(7);
        var name = string.Concat(Enumerable.Range(0, 930).Select(_ => (char)random.Next(0x4E00, 0x9FFF)));
        var came = await Import(new(["plain", name], (name, "plain"), ("plain", name)), format);

        Assert.InRange(await Tables(), format is "csv" ? 0 : 1, 2);
        Assert.True(await Tables() == 2 || came.RejectedCount > 0, "It was neither taken nor named.");
    }

    [Theory, MemberData(nameof(Formats))]
    public async Task A_file_that_was_cut_off_is_refused_or_taken_as_far_as_it_goes(string format)
    {
        var story = new Story([.. Enumerable.Range(0, 12).Select(n => $"t{n}")], ("t0", "t1"), ("t1", "t2"));
        var (whole, refused) = (story.In(format), 0);
        for (var cut = 1; cut <= 12; cut++)
        {
            var before = await Tables();
            var part = whole[..(whole.Length * cut / 13)];
            var outcome = await Do(new CatalogueImport(part, $"{cut}-{story.FileIn(format)}")
            {
                Request = new() { Format = format, Complete = false }
            });
            if (!outcome.Done) refused++;
            Assert.Equal(outcome.Done ? Math.Max(before, outcome.Value!.Added + outcome.Value.Unchanged + outcome.Value.Updated) : before,
                await Tables());
        }
        // Of a CSV nobody can tell, when it ends behind a row.
        Assert.True(format is "csv" ? refused < 12 : refused == 12, $"{refused} of 12 were refused.");
    }

    [Theory, MemberData(nameof(Formats))]
    public async Task A_byte_that_is_no_text_rejects_what_it_is_in_or_the_file(string format)
    {
        var story = new Story(["good", "bad~name"], ("good", "bad~name"));
        var outcome = await Do(
            new CatalogueImport(story.In(format, broken: true), story.FileIn(format)) { Request = new() { Format = format } });

        if (outcome.Done) Assert.True(outcome.Value.RejectedCount > 0 && await Tables() <= 1);
        else Assert.Equal(0, await Tables());
    }

    /// <summary>In dbt's map of nodes that would be a member twice.</summary>
    public static TheoryData<string> FormatsOfLists => [.. Story.Formats.Where(f => f != "dbt")];

    [Theory, MemberData(nameof(FormatsOfLists))]
    public async Task A_table_that_is_told_twice_is_one(string format)
    {
        var came = await Import(new(["a", "b", "a"], ("a", "b"), ("b", "a")), format);

        Assert.Equal((2, 2), (await Tables(), await Edges()));
        Assert.Equal(2, came.Edges);
    }

    [Theory, MemberData(nameof(Formats))]
    public async Task What_is_an_empty_story_is_refused_or_brings_nothing(string format)
    {
        var outcome = await Do(
            new CatalogueImport(new Story([]).In(format), new Story([]).FileIn(format)) { Request = new() { Format = format } });

        Assert.True(!outcome.Done || outcome.Value.Added == 0);
        Assert.Equal(0, await Tables());
    }

    async Task<ImportedAssets> Import(Story story, string format) =>
        await Done(new CatalogueImport(story.In(format), story.FileIn(format)) { Request = new() { Format = format } });

    Task<int> Edges() => Read((db, _) => db.AssetEdges.CountAsync(e => e.GoneAt == null));

    Task<int> Tables() => Read((db, _) => db.Assets.CountAsync(
        a => a.Kind != AssetKind.Job && a.Kind != AssetKind.Pipeline && a.Kind != AssetKind.Stub && a.MergedInto == null));
}
