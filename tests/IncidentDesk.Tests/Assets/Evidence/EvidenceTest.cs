using System.Text;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.Evidence.Importing;
using IncidentDesk.Assets.Evidence.Recording;
using IncidentDesk.Assets.Linking;

namespace IncidentDesk.Tests.Assets.Evidence;

/// <summary>An incident whose assets were open for the ten days before it was declared.</summary>
public abstract class EvidenceTest : AssetTest
{
    protected static readonly DateTimeOffset Start = Now.AddDays(-10), End = Now.AddHours(-1);

    protected async Task<int> Exposed(string pattern = "hive://w/*")
    {
        var incident = await DeclareWith(pattern);
        await Done(new SetExposure { Incident = incident, All = true, ExposedFrom = Start, ExposedTo = End });
        return incident;
    }

    protected static RecordReaders Readers(int incident) => new()
    {
        Incident = incident, All = true, Group = "all-employees", People = 8_400,
        PeopleAre = Certainty.Estimate, From = Start, To = End, Source = "Grants read back from the metastore",
    };

    protected static RecordCoverage Log(int incident, DateTimeOffset? from = null, LogState state = LogState.Complete) => new()
    {
        Incident = incident, All = true, Log = "HDFS audit log", State = state,
        From = state is LogState.None ? null : from ?? Start, To = state is LogState.None ? null : End, Retention = "14 days",
    };

    protected static RecordAccesses NoneFound(int incident) => new()
    {
        Incident = incident, All = true, Source = "HDFS audit log", Accesses = 0, AccessesAre = Certainty.Actual,
        From = Start, To = End, Evidence = "Query 4711", LookedBy = "Jonas Weber",
    };

    protected async Task<EvidenceSummary> Summary(int incident, RollUpBy? by = null, int? asOf = null, Actor? reader = null)
    {
        var summary = await Read(async (db, _) => await EvidenceQueries.Summary(db, await About(incident, asOf), by, RightNow), reader);
        Assert.NotNull(summary);
        return summary;
    }

    protected async Task<IReadOnlyList<AssessedAsset>> Assessed(
        int incident, AssessedFilter? filter = null, int? asOf = null, Actor? reader = null) =>
        (await Read(async (db, _) => await EvidenceQueries.Assets(db, await About(incident, asOf), filter ?? new(), null, 500, RightNow),
            reader)).Items;

    protected async Task<AssessedAsset> Assessed(int incident, string key) => (await Assessed(incident)).Single(a => a.Key == key);

    protected static async Task<EvidenceRows> Rows(EvidenceKind kind, string csv)
    {
        var read = await EvidenceCsv.Read(kind, new MemoryStream(Encoding.UTF8.GetBytes(csv)), "evidence.csv");
        Assert.True(read.Done, read.Refusal?.Why);
        return read.Value;
    }
}
