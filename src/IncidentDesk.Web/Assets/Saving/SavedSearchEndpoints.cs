using IncidentDesk.Assets.Saving;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Assets.Saving;

/// <summary>Searches of the catalogue that have a name.</summary>
internal static class SavedSearchEndpoints
{
    public static void MapSavedSearches(this RouteGroupBuilder assets) => assets
        .MapGet("searches", List).WithName("SavedSearches")
        .WithSummary("List saved searches by name; link with the number as savedSearch").Produces<Page<ShownSearch>>();

    static async Task<IResult> List(HttpContext http, CancellationToken ct) =>
        Answers.Ok(new Page<ShownSearch>([.. (await http.Read(db => SavedSearchQueries.All(db, ct)))
            .Select(s => new ShownSearch(s.Number, s.Name, s.Filter, s.MadeByName, s.MadeAt))], null));
}

internal sealed record ShownSearch(int Search, string Name, AssetFilter Filter, string MadeBy, DateTimeOffset MadeAt);
