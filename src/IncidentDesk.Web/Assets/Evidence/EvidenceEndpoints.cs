using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.Evidence.Recording;
using IncidentDesk.Record;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Assets.Evidence;

/// <summary>Who could read, who did, what the logs cover, and what follows, over HTTP.</summary>
internal static class EvidenceEndpoints
{
    public static void MapEvidence(this WebApplication app)
    {
        var evidence = app.MapGroup("/api/incidents/{incident:int}/evidence").WithTags("Evidence");
        evidence.MapCommand<RecordReaders, EvidenceRecorded>("readers", "Record who could read linked assets");
        evidence.MapCommand<RecordAccesses, EvidenceRecorded>("accesses", "Record what a search for accesses came to; 0 is a count, unknown has none");
        evidence.MapCommand<RecordCoverage, EvidenceRecorded>("coverage", "Record what a log covers, or that there is none");
        evidence.MapCommand<WithdrawEvidence, Position>("withdrawals", "Withdraw what an entry put on record");
        evidence.MapEvidenceImport();
        evidence.MapEvidenceReads();
        app.MapGroup("/api/incidents/{incident:int}/assets").WithTags("Assets")
            .MapCommand<SetContainment, ContainmentChanged>("containment", "Set linked assets to exposed, contained or verified, with what shows it");
    }
}
