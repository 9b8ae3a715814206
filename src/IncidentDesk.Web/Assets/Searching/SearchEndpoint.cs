using IncidentDesk.Assets;
using IncidentDesk.Web.Assets.Reading;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Assets.Searching;

internal static class SearchEndpoint
{
    const int LongestKey = 1_000;
    internal static readonly string[] Queries = ["q", "kind", "container", "owner", "label", "peopleData", "after", "limit", "format"];
    internal static readonly string[] Columns = ["key", "kind", "container", "owner", "labels", "people_data"];

    public static void MapSearch(this RouteGroupBuilder assets)
    {
        assets.MapGet("", Search).WithName("SearchAssets").WithQuery(Queries)
            .WithSummary("The catalogue. Query: q (part of a key, or a glob with * and ?), kind, container, owner, label, peopleData, after, limit (1 to 500), format=csv")
            .Produces<Page<Found>>().Produces<Problem>(400, "application/problem+json");
        assets.MapAssetSheet();
    }

    static async Task<IResult> Search(HttpContext http, Desk desk, CancellationToken ct)
    {
        var asked = new Asked(http.Request.Query);
        var (filter, after, limit, format) = (FilterIn(asked), After(asked), asked.Limit(usual: 50, Page.Most), asked.OneOf("format", "json", "csv"));
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        if (format == "csv") return new Csv("assets.csv", Columns, Csv.All(behind => Read(behind, Page.Bulk)).Select(Row));
        var page = await Read(after, limit);
        return Answers.Ok(new Page<Found>([.. page.Items.Select(Shown)], page.Next));

        Task<Page<Asset>> Read(string? behind, int most) => desk.Read(http.User.ToActor(), (db, _) => AssetQueries.Search(db, filter, behind, most, ct), ct);
    }

    internal static AssetFilter FilterIn(Asked asked) => new()
    {
        Q = asked.Text("q", LongestKey), Kind = asked.Word<AssetKind>("kind"), Container = asked.Text("container", LongestKey),
        Owner = asked.Text("owner"), Label = asked.Text("label"), PeopleData = asked.Word<PeopleData>("peopleData"),
    };

    internal static string? After(Asked asked) => asked.Text("after", LongestKey);

    static Found Shown(Asset a) => new(a.Key, a.Kind, a.Container, a.Owner, a.Labels, a.PeopleData, a.Source, a.ImportedAt);

    static string?[] Row(Asset a) => [a.Key, a.Kind.Code(), a.Container, a.Owner, string.Join(';', a.Labels), a.PeopleData.Code()];
}

/// <summary>An asset as others know it, without the number by which this desk does.</summary>
internal sealed record Found(
    string Key, AssetKind Kind, string? Container, string? Owner, IReadOnlyList<string> Labels, PeopleData PeopleData, string Source, DateTimeOffset ImportedAt);
