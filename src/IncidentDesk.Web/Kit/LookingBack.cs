using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace IncidentDesk.Web.Kit;

/// <summary>The moment that the address of a page asks for: read once a request, for head, body and everything between.</summary>
internal sealed class LookingBack(IHttpContextAccessor http, NavigationManager navigation, TimeProvider clock)
{
    Outcome<Moment>? _read;

    Outcome<Moment> Read => _read ??= Moment.Read(Asked, Zone, clock.GetUtcNow());
    HttpContext Http => http.HttpContext!;
    string? Zone => Http.Request.Query[Moment.Zone];

    /// <summary>What stands in the address, to be shown where it cannot be read.</summary>
    public string? Asked => Http.Request.Query[Moment.Field];

    /// <summary>A moment that was refused shows nothing: the present is never shown to somebody who asked for another time.</summary>
    public Moment Moment => Read.Value;

    public bool IsNow => Read.Done && Moment.IsNow;

    /// <summary>Why nothing is shown; null when the moment was understood.</summary>
    public string? Problem => ((Refusal.Invalid?)Read.Refusal)?.Fields.Values.First()[0];

    /// <summary>
    /// Whether the page has something to show. If not, the answer is 400; or the address held a local time and goes on to the
    /// instant, which is the same for everybody it is handed to.
    /// </summary>
    public bool Shows()
    {
        if (Problem is not null) Http.Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (!string.IsNullOrEmpty(Zone) && HttpMethods.IsGet(Http.Request.Method)) navigation.NavigateTo(Canonical);
        else return true;
        return false;
    }

    string Canonical => navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?> { [Moment.Field] = Moment.IsNow ? null : Instants.Write(Moment.At), [Moment.Zone] = null });
}

internal static class MomentAddress
{
    /// <summary>The address, going on to look back where the reader looks back.</summary>
    public static string In(this Moment moment, string address)
    {
        if (moment.IsNow) return address;
        var (path, part) = address.Split('#', 2) is [var before, var behind] ? (before, "#" + behind) : (address, "");
        return $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}"
            + $"{Moment.Field}={Uri.EscapeDataString(Instants.Write(moment.At))}{part}";
    }

    /// <summary>For the field of a form: the local time to the second, empty for now.</summary>
    public static string? Local(this Moment moment, string zone) =>
        moment.IsNow ? null : Zones.On(moment.At, zone).Local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
