using IncidentDesk.Assets;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Incidents;
using IncidentDesk.Door;
using IncidentDesk.Record;
using IncidentDesk.Web.Assets.Searching;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Assets.Linking;

internal static class LinkedEndpoint
{
    public static void MapLinked(this RouteGroupBuilder incident) => incident.MapGet("", Linked).WithName("LinkedAssets")
        .WithQuery([.. SearchEndpoint.Queries, "group", "disclosure", "asKnownAt"])
        .WithSummary("List linked assets; counted with group=container|owner|label|disclosure. "
            + "Query: as for assets, and disclosure, asKnownAt, format=csv")
        .Produces<Page<LinkedAsset>>().Produces<Problem>(400, "application/problem+json")
        .Produces<Problem>(404, "application/problem+json");

    static async Task<IResult> Linked(int incident, HttpContext http, Desk desk, CatalogueNames names, TimeProvider clock)
    {
        var asked = new QueryReader(http.Request.Query);
        var ct = http.RequestAborted;
        var (filter, after, limit, format) = (SearchEndpoint.FilterIn(asked), SearchEndpoint.After(asked),
            asked.Limit(usual: 50, Page.Most), asked.OneOf("format", "json", "csv"));
        var (group, disclosure, moment) = (asked.Word<RollUpBy>("group"), asked.Word<Disclosure>("disclosure"), asked.Moment(clock));
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        var found = await Read(db => IncidentQueries.At(db, incident, moment, ct));
        if (!found.Done) return found.Refusal.ToResult();

        // One position for all pages of an export, so that what changes meanwhile is in none of them.
        var about = found.Value;
        http.Response.Headers.ETag = $"\"{about.Position}\"";
        if (group is { } by) return Answers.Ok(new RolledUp(await Read(db => LinkQueries.RollUp(db, about, by, ct)), about.Tally));
        return format == "csv"
            ? new Csv($"{about.Name}-assets.csv", [.. SearchEndpoint.Columns, "exposed_from", "exposed_to", "disclosure"],
                Csv.All(behind => Some(behind, Page.Bulk)).Select(Row))
            : Answers.Ok(await Some(after, limit));

        Task<T> Read<T>(Func<DeskDb, Task<T>> query) => desk.Read(http.User.ToActor(), (db, _) => query(db), ct);
        Task<Page<LinkedAsset>> Some(string? behind, int most) =>
            Read(db => LinkQueries.Linked(db, names, about, filter, disclosure, behind, most, ct));
    }

    static string?[] Row(LinkedAsset a) =>
    [
        a.Key, a.Kind.Spelled(), a.Container, a.Owner, string.Join(';', a.Labels), a.PeopleData.Spelled(),
        a.ExposedFrom is { } from ? Instants.Write(from) : null, a.ExposedTo is { } to ? Instants.Write(to) : null, a.Disclosure.Spelled(),
    ];
}

/// <summary>Groups of linked assets, the largest first, and how all of them add up.</summary>
internal sealed record RolledUp(IReadOnlyList<RollUpRow> Items, AssetTally Tally);
