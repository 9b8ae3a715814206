using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.Files;
using IncidentDesk.Assets.Importing.Running;
using IncidentDesk.Incidents;

namespace IncidentDesk.Tests.Assets.Importing;

/// <summary>An import that is stopped in the middle, and two at once.</summary>
public sealed class ResumingTests : ImportTest
{
    /// <summary>With an edge to every second one more than a small file holds, which is read but once.</summary>
    const int Many = 36_000;

    [Fact]
    public async Task A_stopped_import_goes_on_behind_its_last_batch_and_ends_with_the_right_counts()
    {
        var reading = 0;
        var file = Told.File("hive", () => Tables(++reading, 30_000, () => throw new IOException("the disk is gone")), complete: true);

        var stopped = Assert.IsType<ImportStopped>((await file.By(Service<Importer>(), Responder)).Refusal);
        Assert.InRange(stopped.Taken, 1, Many - 1);
        var run = (await Read((db, _) => ImportQueries.Find(db, stopped.Import)))!;
        Assert.Equal((ImportState.Stopped, stopped.Taken), (run.State, run.Added));
        var came = await Done(file);

        Assert.Equal((stopped.Import, Many, 0, 0, Many / 2, 1),
            (came.Import, came.Added, came.Updated, came.Unchanged, came.Edges, came.RejectedCount));
        var again = await Done(file);
        Assert.Equal((0, 0, Many, 0, 0), (again.Added, again.Updated, again.Unchanged, again.Edges, again.Gone));
        Assert.NotEqual(came.Import, again.Import);
    }

    [Fact]
    public async Task Two_imports_of_one_source_at_once_are_refused_and_of_two_sources_are_not()
    {
        using var halt = new SemaphoreSlim(0);
        var reading = 0;
        var slow = Told.File("hive", () => Tables(++reading, Many - 1, () => halt.Wait(TestContext.Current.CancellationToken)),
            complete: true).By(Service<Importer>(), Responder);
        await Until(async () => (await Read((db, _) => ImportQueries.List(db, null, 10))).Items.Any(r => r.Taken > 0));

        var second = await Told.Whole("hive", Asset("hive://w/other")).By(Service<Importer>(), Second);
        var elsewhere = await Done(Told.Whole("dbt", Asset("hive://w/other")));
        // And others write as if nothing were under way.
        await Done(new DeclareIncident { Title = "In between" });
        Assert.False(slow.IsCompleted);
        halt.Release();

        Assert.Equal(("hive", "Remy Responder"), Assert.IsType<ImportUnderWay>(second.Refusal) is var u ? (u.Source, u.By) : default);
        Assert.Equal(1, elsewhere.Added);
        Assert.Equal(Many, (await slow).Value!.Added);
    }

    [Fact]
    public async Task The_same_file_sent_again_while_it_is_taken_is_taken_once_and_whoever_sent_it_waits_for_that()
    {
        using var halt = new SemaphoreSlim(0);
        var reading = 0;
        var file = Told.File("hive",
            () => Tables(++reading, Many - 1, () => halt.Wait(TestContext.Current.CancellationToken)), complete: true);
        var slow = file.By(Service<Importer>(), Responder);
        await Until(async () => (await Read((db, _) => ImportQueries.List(db, null, 10))).Items.Any(r => r.Taken > 0));

        var sent = await SpooledFile.Take(new MemoryStream(file.Bytes), file.Name);
        var joined = (await Service<Importer>().Start(sent.Value!, file.Request, Second)).Value!;
        Assert.False(slow.IsCompleted);
        halt.Release();
        var came = (await slow).Value!;
        await Service<Importer>().Wait(joined.Id, TimeSpan.FromMinutes(1));

        Assert.Equal((joined.Id, Many), (came.Import, came.Added));
        var only = Assert.Single((await Read((db, _) => ImportQueries.List(db, null, 10))).Items);
        Assert.Equal((ImportState.Done, "Remy Responder"), (only.State, only.StartedByName));
    }

    [Fact]
    public async Task What_is_said_of_one_asset_in_several_places_adds_up_and_is_taken_once()
    {
        var file = Told.Whole("lineage",
            Asset("hive://w/a") with { Owners = [new("anna")], Labels = [new("pii")] },
            Asset("hive://w/b"),
            Asset("hive://w/a") with { Owners = [new("ben")], Rows = 7 });

        Assert.Equal((2, 0, 0), Counts(await Done(file)));
        var a = await Row("hive://w/a");
        Assert.Equal(("anna", 2, 7), (a.Owner, a.Owners.Length, a.Rows));
        Assert.Equal(["pii"], a.Labels);
        Assert.Equal((0, 0, 2), Counts(await Done(file)));
    }

    [Fact]
    public async Task Two_sources_that_describe_an_asset_differently_do_not_undo_each_other_every_night()
    {
        CatalogueImport[] nightly = [Told.Whole("hive", Asset("hive://w/a") with { Owners = [new("anna")] }),
            Told.Whole("dbt", Asset("hive://w/a") with { Owners = [new("ben")] })];
        foreach (var file in nightly) await Done(file);

        foreach (var file in nightly) Assert.Equal((0, 0, 1), Counts(await Done(file)));
        Assert.Equal("ben", (await Row("hive://w/a")).Owner);
    }

    [Fact]
    public async Task What_is_too_long_is_left_out_and_said_and_the_rest_is_taken()
    {
        var came = await Done(Told.Whole("hive",
            Asset("hive://w/a", new string('n', 1_001)) with { Labels = [new("pii"), new(new string('l', 300))] },
            Asset($"hive://w/{new string('k', 1_000)}"), Asset($"hive://w/{new string('é', 990)}"), Edge("hive://w/a", "no key")));

        Assert.Equal((2, 4), (came.Added, came.RejectedCount));
        Assert.Equal(["pii"], (await Row("hive://w/a")).Labels);
    }

    /// <param name="reading">The first one checks the file, the second one takes the assets, the third one the edges.</param>
    /// <param name="at">What happens in the second one before this table.</param>
    /// <param name="then">And that is it.</param>
    static IEnumerable<CatalogueStatement> Tables(int reading, int at, Action then)
    {
        for (var n = 0; n < Many; n++)
        {
            if (reading == 2 && n == at) then();
            yield return Asset($"hive://w/t.{n:00000}");
            if (n % 2 == 0) yield return Edge($"hive://w/t.{n:00000}", $"hive://w/t.{n + 1:00000}");
        }
        yield return new RejectedStatement("line 7", "It is no table.");
    }

    static async Task Until(Func<Task<bool>> holds)
    {
        while (!await holds()) await Task.Delay(20, TestContext.Current.CancellationToken);
    }
}
