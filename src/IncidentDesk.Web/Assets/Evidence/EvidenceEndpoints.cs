namespace IncidentDesk.Web.Assets.Evidence;

/// <summary>Who could read, who did, what the logs cover, and what follows, over HTTP.</summary>
internal static class EvidenceEndpoints
{
    public static void MapEvidence(this WebApplication app)
    {
        app.MapEvidenceImport();
        app.MapGroup("/api/incidents/{incident:int}/evidence").WithTags("Evidence").MapEvidenceReads();
    }
}
