using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.Evidence.Recording;
using IncidentDesk.Incidents.Carrying;
using IncidentDesk.Incidents.Timeline;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Assets.Evidence;

/// <summary>Evidence is corrected by saying so, and what was known before can still be read.</summary>
public sealed class WithdrawingTests : EvidenceTest
{
    [Fact]
    public async Task What_was_withdrawn_counts_no_more_and_its_entry_stays()
    {
        var incident = await Exposed();
        await Done(Log(incident));
        await Done(NoneFound(incident));
        Assert.Equal(4, (await Summary(incident)).All.Findings.NoAccessFound);

        var withdrawn =
            await Do(new WithdrawEvidence { Incident = incident, Position = 4, Reason = "The log of May was read, not of June" });

        Assert.Equal(6, withdrawn.Value!.Value);
        Assert.Equal("Withdrew the evidence of entry #4: The log of May was read, not of June", (await TimelineOf(incident))[5].Sentence());
        Assert.Equal((0, 4),
            ((await Summary(incident)).All.Findings.NoAccessFound, (await Summary(incident)).All.Findings.CannotBeAssessed));
        Assert.Equal(4, (await Summary(incident, asOf: 5)).All.Findings.NoAccessFound);
        Assert.Equal([(5, null), (4, (int?)6)], (await Read(async (db, _) => await EvidenceQueries.Entries(db, await About(incident))))
            .Select(e => (e.Position, e.WithdrawnBy)));
        Assert.Equal([5, 4], (await Read(async (db, _) => await EvidenceQueries.Entries(db, await About(incident, 5))))
            .Where(e => e.WithdrawnBy is null).Select(e => e.Position));
    }

    [Fact]
    public async Task A_correction_ends_what_it_replaces_in_the_same_entry()
    {
        var incident = await Exposed();
        await Done(NoneFound(incident) with { All = false, Keys = [KeysA], Accesses = 121 });

        var corrected = await Do(NoneFound(incident) with { All = false, Keys = [KeysA], Accesses = 112, Replaces = 4 });

        Assert.Equal(5, corrected.Value!.Position);
        Assert.Equal((112L, 121L), ((await Summary(incident)).All.Accesses, (await Summary(incident, asOf: 4)).All.Accesses));
        Assert.EndsWith("This replaces entry #4.", (await TimelineOf(incident))[4].Sentence(), StringComparison.Ordinal);
        Assert.Equal(4,
            (await Read(async (db, _) => await db.Entries.SingleAsync(e => e.Incident == incident && e.Position == 5))).Supersedes);
    }

    [Fact]
    public async Task Only_evidence_that_stands_can_be_withdrawn_and_only_by_its_like_replaced()
    {
        var incident = await Exposed();
        await Done(Readers(incident));
        await Done(Log(incident));

        Assert.Equal(new NoSuchEvidence(incident, 1),
            (await Do(new WithdrawEvidence { Incident = incident, Position = 1, Reason = "Wrong" })).Refusal);
        Assert.Equal(new NoSuchEvidence(incident, 99), (await Do(Readers(incident) with { Replaces = 99, Group = "staff" })).Refusal);
        Assert.Equal(new EvidenceOfAnotherKind(5, EvidenceKind.Coverage, EvidenceKind.Readers),
            (await Do(Readers(incident) with { Replaces = 5, Group = "staff" })).Refusal);
        await Done(new WithdrawEvidence { Incident = incident, Position = 4, Reason = "Wrong" });
        Assert.Equal(new EvidenceGone(4, 6),
            (await Do(new WithdrawEvidence { Incident = incident, Position = 4, Reason = "Wrong" })).Refusal);
        Assert.Equal(new EvidenceGone(4, 6), (await Do(Readers(incident) with { Replaces = 4 })).Refusal);
        Assert.Equal(["position", "reason"],
            Assert.IsType<Refusal.Invalid>((await Do(new WithdrawEvidence { Incident = incident })).Refusal).Fields.Keys.Order());
    }

    [Fact]
    public async Task Withdrawing_is_for_those_who_record_and_tells_a_stranger_nothing()
    {
        await NotFor(Comms, n => new WithdrawEvidence { Incident = n, Position = 1, Reason = "Wrong" });
        await HiddenFromStrangers(n => new WithdrawEvidence { Incident = n, Position = 1, Reason = "Wrong" });
    }

    [Fact]
    public async Task A_name_in_the_evidence_can_be_removed_for_good_and_the_figures_stay()
    {
        var incident = await Exposed();
        await Done(NoneFound(incident) with { LookedBy = "Jane Roe", Evidence = "Jane Roe saw it on her screen" });
        var position = (await Done(new IncidentDesk.Assets.Evidence.Importing.ImportEvidence
        {
            Incident = incident,
            File = await Rows(EvidenceKind.Accesses, $"key,source,accesses,looked_by\n{KeysA},Gateway log,3,Jane Roe\n")
        })).Position;

        await Done(new RedactEntry { Incident = incident, Position = 4, Passage = "Jane Roe", Reason = "A name without need" }, Privacy);
        await Done(new RedactEntry { Incident = incident, Position = position, Reason = "Another name without need" }, Privacy);

        var summary = await Summary(incident);
        Assert.DoesNotContain(summary.Sources, s => s.LookedBy.Contains("Jane Roe"));
        Assert.Equal(3, summary.All.Accesses);
        Assert.Empty(await Holding("Jane Roe"));
    }

    [Fact]
    public async Task An_incident_takes_its_evidence_along_and_comes_back_the_same()
    {
        var incident = await Exposed();
        await Done(Readers(incident));
        await Done(Log(incident, Start.AddDays(2)));
        await Done(new IncidentDesk.Assets.Evidence.Importing.ImportEvidence { Incident = incident, File = await Rows(
            EvidenceKind.Accesses,
            $"key,source,accesses,from,to\n{KeysA},Gateway log,~3,,\n{KeysB},Gateway log,unknown,2026-06-03T00:00:00+02:00,\n") });
        await Done(NoneFound(incident));
        await Done(new WithdrawEvidence { Incident = incident, Position = 7, Reason = "Wrong log" });
        var (before, assets) = (Json.Write(await Summary(incident), typeof(EvidenceSummary)),
            Json.Write(await Assessed(incident), typeof(IReadOnlyList<AssessedAsset>)));

        using var file = new MemoryStream();
        await Read((db, caller) => IncidentExport.Write(db, caller, incident, file, default));
        file.Position = 0;
        await using var elsewhere = new Elsewhere();
        await elsewhere.InitializeAsync();
        var (number, summary, listed) = await elsewhere.Take((await IntactExport.From(file, default)).Value!);

        Assert.Equal(incident, number);
        Assert.Equal(before, Json.Write(summary, typeof(EvidenceSummary)));
        Assert.Equal(assets.Replace("\"owner\":\"anna\",", "", StringComparison.Ordinal)
            .Replace("\"owner\":\"ben\",", "", StringComparison.Ordinal)
            .Replace("\"container\":\"logs\",", "", StringComparison.Ordinal)
            .Replace("\"container\":\"sales\",", "", StringComparison.Ordinal),
            Json.Write(listed, typeof(IReadOnlyList<AssessedAsset>))
                .Replace("\"container\":\"logs\",", "", StringComparison.Ordinal)
                .Replace("\"container\":\"sales\",", "", StringComparison.Ordinal));
    }

    /// <summary>Another desk, whose catalogue knows none of the assets.</summary>
    sealed class Elsewhere : EvidenceTest
    {
        private protected override TestTemplate<Cast> Beginning => Cast.Elsewhere;

        public async Task<(int, EvidenceSummary, IReadOnlyList<AssessedAsset>)> Take(IntactExport export)
        {
            var number = (await Done(new ImportIncident { File = export }, Privacy)).Number;
            return (number, await Summary(number, reader: Privacy), await Assessed(number, filter: null, reader: Privacy));
        }
    }
}
