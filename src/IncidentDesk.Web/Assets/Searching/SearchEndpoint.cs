using IncidentDesk.Assets;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Door;
using IncidentDesk.Web.Kit;
using IncidentDesk.Web.Overview.Sheets;

namespace IncidentDesk.Web.Assets.Searching;

internal static class SearchEndpoint
{
    const int LongestKey = 1_000, LongestCursor = LongestKey + 2;
    internal static readonly string[] Queries =
        ["q", "kind", "container", "owner", "label", "peopleData", "review", "gone", "after", "limit", "format"];
    internal static readonly string[] Columns = ["key", "kind", "container", "owner", "labels", "people_data"];

    public static void MapSearch(this RouteGroupBuilder assets)
    {
        assets.MapGet("", Search).WithName("SearchAssets").WithQuery([.. Queries, "facets"])
            .WithSummary("Search assets, best match first. Query: q (part of a name, or a glob with * "
                + "and ? for the whole name; case is ignored), kind, container, owner, label, "
                + "peopleData, review, gone=yes|no, facets=yes, after, limit (1 to 500), format=csv")
            .Produces<FoundPage>().Produces<Problem>(400, "application/problem+json");
        assets.MapAssetSheet();
    }

    static async Task<IResult> Search(HttpContext http, Desk desk, CatalogueNames names, CancellationToken ct)
    {
        var asked = new QueryReader(http.Request.Query);
        var (filter, after, limit, format) = (FilterIn(asked), asked.Text("after", LongestCursor),
            asked.Limit(usual: 50, Page.Most), asked.OneOf("format", "json", "csv"));
        var facets = asked.OneOf("facets", "no", "yes") == "yes";
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        if (format == "csv")
            return new Csv("assets.csv", Columns, Csv.All(async behind => Plain(await Read(behind, Page.Bulk))).Select(Row));
        var page = await Read(after, limit);
        return Answers.Ok(new FoundPage([.. page.Items.Select(Shown)], page.Next, page.Count, page.Facets));

        Task<AssetsFound> Read(string? behind, int most) =>
            desk.Read(http.User.ToActor(), (db, _) => AssetQueries.Search(db, names, filter, behind, most, facets, ct), ct);
        static Page<Asset> Plain(AssetsFound found) => new(found.Items, found.Next);
    }

    internal static AssetFilter FilterIn(QueryReader asked) => new()
    {
        Q = asked.Text("q", LongestKey), Kind = asked.Word<AssetKind>("kind"), Container = asked.Text("container", LongestKey),
        Owner = asked.Text("owner"), Label = asked.Text("label"), PeopleData = asked.Word<PeopleData>("peopleData"),
        Review = asked.Word<PrivacyReview>("review"), Gone = asked.Text("gone") is null ? null : asked.OneOf("gone", "yes", "no") == "yes",
    };

    internal static string? After(QueryReader asked) => asked.Text("after", LongestKey);

    static Found Shown(Asset a) => new(a.Key, a.Kind, a.Container, a.Owner, a.Labels, a.PeopleData, a.Source, a.ImportedAt);

    static string?[] Row(Asset a) => [a.Key, a.Kind.Spelled(), a.Container, a.Owner, string.Join(';', a.Labels), a.PeopleData.Spelled()];
}

/// <summary>An asset as others know it, without the number by which this desk does.</summary>
internal sealed record Found(
    string Key, AssetKind Kind, string? Container, string? Owner, IReadOnlyList<string> Labels,
    PeopleData PeopleData, string Source, DateTimeOffset ImportedAt);

/// <summary>
/// One page of what was found. <c>count</c> is of all pages; <c>facets</c> say how that
/// divides, where they were asked for.
/// </summary>
internal sealed record FoundPage(IReadOnlyList<Found> Items, string? Next, int Count, Facets? Facets);
