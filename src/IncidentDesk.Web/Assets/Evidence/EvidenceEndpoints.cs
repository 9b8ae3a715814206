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
        evidence.MapCommand<RecordReaders, EvidenceRecorded>("readers", "Record who could read assets");
        evidence.MapCommand<RecordAccesses, EvidenceRecorded>("accesses", "Record the result of a search for accesses; 0 is a count, leave it out if unknown");
        evidence.MapCommand<RecordCoverage, EvidenceRecorded>("coverage", "Record what a log covers, or that there is none");
        evidence.MapCommand<WithdrawEvidence, Position>("withdrawals", "Withdraw evidence recorded by an entry");
        evidence.MapEvidenceImport();
        evidence.MapEvidenceReads();
        app.MapGroup("/api/incidents/{incident:int}/assets").WithTags("Assets")
            .MapCommand<SetContainment, ContainmentChanged>("containment", "Mark assets exposed, contained or verified, with the proof");
    }
}
