using System.Text.Json.Nodes;
using IncidentDesk.Assets.Importing.Applying;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Door;
using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.Http.Features;

namespace IncidentDesk.Web.Assets.Linking;

/// <summary>
/// Linking, and looking first at what it would come to: the fields as JSON, or a list of keys as the
/// body and the rest in the address.
/// </summary>
internal static class LinkEndpoint
{
    static readonly string[] BesideAList = ["exposedFrom", "exposedTo", "disclosure", "previewed", "timeZone"];
    static readonly string[] Bodies = ["text/plain", "text/csv"];

    public static void MapLink(this WebApplication app)
    {
        Described<LinkedAssets>(app.MapByHand<LinkAssets>(Link)).WithDescription(
            "Or send a list in UTF-8 as the body (text/plain: one key per line; text/csv: a column named key), "
            + "with these in the query: exposedFrom, exposedTo, disclosure, previewed.");
        Described<LinkPreview>(app.MapPost("/api/incidents/{incident:int}/assets/preview", Preview)
            .WithName(nameof(LinkPreview)).WithTags("Assets"))
            .WithSummary(
                "Preview a link: how many assets, how many are already linked, what matches nothing, what is ambiguous, and a sample")
            .WithDescription("Same body as linking; writes nothing. Send its value as previewed to link exactly this set.");
    }

    static RouteHandlerBuilder Described<T>(RouteHandlerBuilder route) => route.WithQuery(BesideAList)
        .Accepts<LinkAssets>("application/json", Bodies).Produces<T>()
        .Produces<Problem>(400, "application/problem+json").Produces<Problem>(404, "application/problem+json")
        .Produces<Problem>(409, "application/problem+json").Produces<Problem>(413, "application/problem+json");

    static async Task<IResult> Link(HttpContext http, Desk desk, CancellationToken ct)
    {
        var terms = TermHeaders.Read(http.Request);
        if (!terms.Done) return terms.Refusal.ToResult();
        var command = await Command(http, ct);
        if (!command.Done) return command.Refusal.ToResult();
        return (await desk.Do(command.Value, http.User.ToActor(), terms.Value, ct))
            .ToResult(linked => CommandEndpoints.Answered(http, linked));
    }

    static async Task<IResult> Preview(int incident, HttpContext http, LinkPreviews previews, CancellationToken ct)
    {
        var command = await Command(http, ct);
        return command.Done ? (await previews.Of(command.Value, http.User.ToActor(), ct)).ToResult(Answers.Ok) : command.Refusal.ToResult();
    }

    static async Task<Outcome<LinkAssets>> Command(HttpContext http, CancellationToken ct)
    {
        if (!Bodies.Any(b => http.Request.ContentType?.StartsWith(b, StringComparison.OrdinalIgnoreCase) == true))
            return await CommandBody.Read<LinkAssets>(http.Request, ct);
        var command = CommandBody.FromJson<LinkAssets>(Beside(http.Request.Query), http.Request.RouteValues);
        if (!command.Done) return command;
        if (await AskFirst.Bars(typeof(LinkAssets), http, ct) is { } barred) return barred;
        // The reader has its own bound, whatever the sender says of the length.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound) bound.MaxRequestBodySize = null;
        var list = await KeyList.Read(http.Request.Body, ct);
        return list.Done ? list.Value.In(command.Value) : list.Refusal;
    }

    static JsonObject Beside(IQueryCollection query)
    {
        var body = new JsonObject();
        // In a query a bare + means a space, and people paste +02:00.
        foreach (var (name, value) in query)
            body[name] = name.StartsWith("exposed", StringComparison.Ordinal) ? value.ToString().Replace(' ', '+') : value.ToString();
        return body;
    }
}
