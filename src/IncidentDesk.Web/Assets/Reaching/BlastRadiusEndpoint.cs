using System.Globalization;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Lineage;
using IncidentDesk.Assets.Reaching;
using IncidentDesk.Incidents;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Assets.Reaching;

internal static class BlastRadiusEndpoint
{
    const int UsualGroups = 20;
    static readonly string[] Queries =
        ["direction", "depth", "most", "gone", "oldAfterDays", "distance", "kind", "container", "owner",
            "label", "peopleData", "review", "groups", "asKnownAt", "after", "limit", "format"];
    static readonly string[] Columns = ["key", "distance", "kind", "container", "owner", "labels", "people_data", "review", "gone", "path"];

    public static void MapBlastRadius(this WebApplication app)
    {
        var radius = app.MapGroup("/api/incidents/{incident:int}/blast-radius").WithTags("Assets");
        radius.MapGet("", Reach).WithName("BlastRadius").WithQuery(Queries)
            .WithSummary("List what is downstream of the linked assets, or upstream, with distance and a shortest path, "
                + "and how complete that is. Query: direction (downstream, upstream), depth and most (limits, "
                + "named in the answer when they end the search), gone=yes, distance, kind, container, owner, label, "
                + "peopleData, review, groups (1 to 500), asKnownAt (of the links; the lineage is today's), format=csv")
            .Produces<ReachAnswer>().Produces<Problem>(400, "application/problem+json").Produces<Problem>(404, "application/problem+json");
    }

    static async Task<IResult> Reach(int incident, HttpContext http, CatalogueLineage lineage, TimeProvider clock)
    {
        var asked = new QueryReader(http.Request.Query);
        var (wanted, filter, moment, ct) = (WantedIn(asked), FilterIn(asked), asked.Moment(clock), http.RequestAborted);
        var (groups, after, limit, format) = (Number(asked, "groups", ReachedGroups.Most) ?? UsualGroups,
            asked.Text("after", 50), asked.Limit(usual: 50, Page.Most), asked.OneOf("format", "json", "csv"));
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        var found = await http.Read(db => Reached.From(db, lineage, incident, wanted, moment, ct));
        if (!found.Done) return found.Refusal.ToResult();

        var reached = found.Value;
        http.Response.Headers.ETag = $"\"{reached.Position}\"";
        if (format == "csv")
            return new Csv($"{Incident.NameOf(incident)}-blast-radius.csv",
                Columns, Csv.All(behind => Some(behind, Page.Bulk)).Select(Row));
        var (radius, page) = (await http.Read(db => reached.Count(db, moment.At, ct)), await Some(after, limit));
        return Answers.Ok(new ReachAnswer(radius.WithGroups(groups), radius.Completeness.Remarks, page.Items, page.Next));

        Task<Page<ReachedAsset>> Some(string? behind, int most) => http.Read(db => reached.List(db, filter, behind, most, ct));
    }

    static ReachWanted WantedIn(QueryReader asked) => new()
    {
        Direction = asked.Word<LineageDirection>("direction") ?? LineageDirection.Downstream,
        Depth = Number(asked, "depth", ReachWanted.MostDepth),
        Most = Number(asked, "most", ReachWanted.UsualMost) ?? ReachWanted.UsualMost, WithGone = asked.OneOf("gone", "no", "yes") == "yes",
        OldAfterDays = Number(asked, "oldAfterDays", 36_500) ?? ReachWanted.UsualOldAfterDays,
    };

    static ReachFilter FilterIn(QueryReader asked) => new()
    {
        Distance = Number(asked, "distance", ReachWanted.MostDepth), Kind = asked.Word<AssetKind>("kind"),
        Container = asked.Text("container", 1_000), Owner = asked.Text("owner"),
        Label = asked.Text("label"), PeopleData = asked.Word<PeopleData>("peopleData"), Review = asked.Word<PrivacyReview>("review"),
    };

    static int? Number(QueryReader asked, string field, int most)
    {
        if (asked.Text(field, 20) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            return number;
        asked.Wrong(field, string.Create(CultureInfo.InvariantCulture, $"Write a whole number from 1 to {most:N0}."));
        return null;
    }

    static string?[] Row(ReachedAsset a) =>
    [
        a.Key, a.Distance.ToString(CultureInfo.InvariantCulture), a.Kind.Spelled(), a.Container,
        a.Owner, string.Join(';', a.Labels), a.PeopleData.Spelled(), a.Review.Spelled(),
        a.Gone ? "yes" : "no", string.Join(" > ", a.Path),
    ];
}

/// <summary>The figures, what they leave out in sentences, and one page of the assets themselves.</summary>
internal sealed record ReachAnswer(BlastRadius Summary, IReadOnlyList<string> Incomplete, IReadOnlyList<ReachedAsset> Items, string? Next);
