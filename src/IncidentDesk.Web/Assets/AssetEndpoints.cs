using IncidentDesk.Assets.Linking;
using IncidentDesk.Web.Assets.Importing;
using IncidentDesk.Web.Assets.Linking;
using IncidentDesk.Web.Assets.Saving;
using IncidentDesk.Web.Assets.Searching;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Assets;

/// <summary>The catalogue, and what of it is part of an incident, over HTTP.</summary>
internal static class AssetEndpoints
{
    public static void MapAssets(this WebApplication app)
    {
        var assets = app.MapGroup("/api/assets").WithTags("Assets");
        assets.MapImport();
        assets.MapSearch();
        assets.MapSavedSearches();
        app.MapLineage();

        var incident = app.MapGroup("/api/incidents/{incident:int}/assets").WithTags("Assets");
        incident.MapLink();
        incident.MapCommand<UnlinkAssets, UnlinkedAssets>("unlink", "Unlink assets by pattern, list or search, or all of them");
        incident.MapCommand<SetExposure, ExposureChanged>("exposure", "Set exposure window and disclosure of linked assets in bulk");
        incident.MapLinked();
    }
}
