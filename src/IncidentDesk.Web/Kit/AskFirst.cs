using System.Globalization;
using System.Reflection;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Web.Kit;

/// <summary>
/// Asked before a large body is read: whether its sender may send such a command at all, and sees the incident it is about. The answer is
/// the one the door would give, after megabytes less.
/// </summary>
internal static class AskFirst
{
    /// <summary>What somebody types fits in; it is read at once, and the door asks.</summary>
    const int Typed = 64 << 10;

    /// <summary>Names of the incident's number in addresses of the API and of pages.</summary>
    static readonly string[] Numbers = ["incident", "Number"];

    /// <summary>Null when they may, and for a small body.</summary>
    public static Task<Refusal?> Bars<TCommand>(HttpRequest request, CancellationToken ct) =>
        IsSmall(request) ? Task.FromResult<Refusal?>(null) : Bars(typeof(TCommand), request.HttpContext, ct);

    /// <summary>Null when they may, whatever the body.</summary>
    public static Task<Refusal?> Bars(Type command, HttpContext http, CancellationToken ct)
    {
        var roles = command.GetCustomAttribute<AllowAttribute>()?.Roles;
        var incident = command.IsAssignableTo(typeof(IIncidentCommand)) ? Number(http.Request.RouteValues) : null;
        return http.RequestServices.GetRequiredService<Desk>().Read<Refusal?>(http.User.ToActor(), async (db, caller) =>
        {
            var sees = incident is null || await db.Incidents.AnyAsync(i => i.Number == incident, ct);
            return sees && (roles is not { } any || caller.Has(any)) ? null
                : incident is { } number ? IncidentFile.Missing(number) : new Refusal.NotFound("such item");
        }, ct);
    }

    static bool IsSmall(HttpRequest request) =>
        request.ContentLength is <= Typed || (request.ContentLength is null && request.Headers.TransferEncoding.Count == 0);

    static int? Number(RouteValueDictionary route)
    {
        var found = Convert.ToString(Numbers.Select(name => route[name]).FirstOrDefault(n => n is not null), CultureInfo.InvariantCulture);
        return int.TryParse(found, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
