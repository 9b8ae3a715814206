using IncidentDesk.Assets;
using IncidentDesk.Assets.Saving;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Assets.Saving;

/// <summary>Searches of the catalogue that have a name.</summary>
internal static class SavedSearchEndpoints
{
    public static void MapSavedSearches(this RouteGroupBuilder assets)
    {
        assets.MapGet("searches", List).WithName("SavedSearches").WithSummary("Saved searches by name; a number goes into savedSearch when linking").Produces<Page<ShownSearch>>();
        assets.MapCommand<SaveSearch, SearchKept>("searches", "Save a search under a name, for everybody");
        assets.MapCommand<RenameSearch, SearchKept>("searches/{search:int}/name", "Rename a saved search; for who made it and administrators");
        assets.MapCommand<DeleteSearch, SearchKept>("searches/{search:int}/deletion", "Delete a saved search; for who made it and administrators");
    }

    static async Task<IResult> List(HttpContext http, CancellationToken ct) =>
        Answers.Ok(new Page<ShownSearch>([.. (await http.Read(db => SavedSearchQueries.All(db, ct))).Select(s => new ShownSearch(s.Number, s.Name, s.Filter, s.MadeByName, s.MadeAt))], null));
}

internal sealed record ShownSearch(int Search, string Name, AssetFilter Filter, string MadeBy, DateTimeOffset MadeAt);
