using IncidentDesk.Web.Assets.Importing;
using IncidentDesk.Web.Assets.Linking;
using IncidentDesk.Web.Assets.Saving;
using IncidentDesk.Web.Assets.Searching;

namespace IncidentDesk.Web.Assets;

/// <summary>The catalogue, and what of it is part of an incident, over HTTP.</summary>
internal static class AssetEndpoints
{
    public static void MapAssets(this WebApplication app)
    {
        var assets = app.MapGroup("/api/assets").WithTags("Assets");
        app.MapImport();
        assets.MapImports();
        assets.MapSearch();
        assets.MapSavedSearches();
        app.MapLineage();

        var incident = app.MapGroup("/api/incidents/{incident:int}/assets").WithTags("Assets");
        app.MapLink();
        incident.MapLinked();
    }
}
