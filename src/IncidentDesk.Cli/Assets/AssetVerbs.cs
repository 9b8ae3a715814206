using IncidentDesk.Assets.Linking;
using IncidentDesk.Assets.Saving;
using IncidentDesk.Cli.Assets.Linking;
using IncidentDesk.Cli.Kit;

namespace IncidentDesk.Cli.Assets;

/// <summary>The catalogue, what an incident links of it, and what that reaches.</summary>
internal static class AssetVerbs
{
    const string Inc = "/api/incidents/{incident}";

    public static readonly IReadOnlyList<Verb> All =
    [
        new ImportVerb(),
        new ReadVerb("assets imports",
            "List imports, newest first", "/api/assets/imports?after&limit",
            "import source format state taken total rejectedCount file"),
        new ReadVerb("assets search [q]",
            "Search assets by part of a key, or by a glob with * and ?",
            "/api/assets?q&kind&container&owner&label&peopleData&review&gone&after&limit", "key kind owner peopleData"),
        new ReadVerb("searches list",
            "List saved searches by name", "/api/assets/searches", "search name filter madeBy madeAt"),
        new CommandVerb<SaveSearch>("searches save <name>",
            "Saved as search {search} (entry {position} of the catalogue)."),
        new CommandVerb<RenameSearch>("searches rename <search> <name>",
            "Search {search} is renamed to {name} (entry {position} of the catalogue)."),
        new CommandVerb<DeleteSearch>("searches delete <search>",
            "Search {search} is deleted (entry {position} of the catalogue)."),
        new ReadVerb("assets show <key>",
            "Show an asset with its incidents and pauses, now or as known at an earlier time",
            "/api/assets/{key}?asKnownAt"),
        new LinkVerb(),
        new CommandVerb<UnlinkAssets>("unlink <incident> [pattern]",
            "INC-{incident}: {unlinked} unlinked (entry {position})."),
        new CommandVerb<SetExposure>("exposure <incident> [pattern]",
            "INC-{incident}: {changed} changed, {unchanged} unchanged (entry {position})."),
        new ReadVerb("assets linked <incident>",
            "List the assets linked to an incident, now or as known at an earlier time",
            $"{Inc}/assets?q&kind&container&owner&label&peopleData&review&gone&disclosure&asKnownAt&after&limit",
            "key disclosure exposedFrom exposedTo owner"),
        new ReadVerb("assets count <incident> [group]",
            "Count linked assets by container, owner, label or disclosure", $"{Inc}/assets?group=container&asKnownAt",
            "name count peopleData"),
        new DownloadVerb("assets export <incident>",
            "Export the linked assets as CSV", $"{Inc}/assets?format=csv&disclosure&asKnownAt"),

        new ReadVerb("blast-radius show <incident>",
            "Summarise what is downstream of the linked assets, or upstream with --direction upstream, and what is not known",
            $"{Inc}/blast-radius?direction&depth&gone&oldAfterDays&groups&asKnownAt") { InWords = BlastRadiusText.Told },
        new ReadVerb("blast-radius list <incident>",
            "List the assets of the blast radius, nearest first",
            $"{Inc}/blast-radius?direction&depth&gone&distance&kind&container&owner&label&peopleData&review&asKnownAt&after&limit",
            "key distance kind owner peopleData"),
        new CommandVerb<LinkReached>("blast-radius link <incident>",
            "INC-{incident}: {linked} linked, {alreadyLinked} already linked (entry {position}).",
            hint: "narrow it with --hops and --only-people-data"),
        new DownloadVerb("blast-radius export <incident>",
            "Export the blast radius as CSV, with a shortest path to each asset",
            $"{Inc}/blast-radius?format=csv&direction&depth&gone&distance&kind&container&owner&label&peopleData&review&asKnownAt"),
    ];
}
