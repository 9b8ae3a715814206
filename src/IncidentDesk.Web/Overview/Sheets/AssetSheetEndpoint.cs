using IncidentDesk.Overview.Sheets;
using IncidentDesk.Reviews.Requiring;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Overview.Sheets;

internal static class AssetSheetEndpoint
{
    public const int Few = 50, Most = 500;

    public static void MapAssetSheet(this RouteGroupBuilder assets) =>
        assets.MapGet("{**key}", Find).WithName("FindAsset").WithQuery("neighbours", "asKnownAt")
            .WithSummary("Show an asset by its key or another of its names, percent-encoded; "
                + "names, owners, labels, neighbours (neighbours=1 to 500 on each side), "
                + "incidents, pauses and reviews, these now or as they were known (asKnownAt)")
            .Produces<AssetSheet>().Produces<Problem>(400, "application/problem+json").Produces<Problem>(404, "application/problem+json");

    static async Task<IResult> Find(string key, HttpContext http, ReviewShelf rules, TimeProvider clock)
    {
        var asked = new QueryReader(http.Request.Query);
        var (neighbours, moment) = (asked.Number("neighbours", Few, Most), asked.Moment(clock));
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        var name = AssetAddress.Asked(http);
        var found = await http.Read(db => AssetSheetQueries.Find(db, name, neighbours, rules, moment, http.RequestAborted));
        return found is null ? new Refusal.NotFound("asset with this key or name").ToResult() : Answers.Ok(found);
    }
}
