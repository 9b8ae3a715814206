using System.Collections.Concurrent;
using System.Globalization;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses;
using IncidentDesk.Web.Kit;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Web.Incidents;

/// <summary>
/// Writes down who takes an incident out of the desk, and who reads a private one: every page, address and stream whose path names an
/// incident or a pause of one, so that none can forget it. A read counts once an hour for each person and incident.
/// </summary>
internal sealed class ReadNotes(Desk desk, SecurityLog security, TimeProvider clock)
{
    static readonly TimeSpan Once = TimeSpan.FromHours(1);
    const int Remembered = 50_000;
    readonly ConcurrentDictionary<(Guid Person, int Incident), DateTimeOffset> _read = new();

    /// <summary>After routing and signing in.</summary>
    public void Use(IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (HttpMethods.IsGet(http.Request.Method) && (Number(http) is not null || PauseKey(http) is not null)
            && http.User.ToActor() is { } by && by.Person != Guid.Empty)
            // Before the first byte leaves: a stream stays open, and what follows a download can fail.
            http.Response.OnStarting(() => http.Response.StatusCode < 400 ? Note(http, by) : Task.CompletedTask);
        return next(http);
    });

    async Task Note(HttpContext http, Actor by)
    {
        var export = ExportIn(http);
        if (Number(http) is { } known && export is null && WasNoted(by.Person, known)) return;
        if (await About(http, by) is not var (incident, isPrivate)) return;
        if (export is not null) security.Note(SecurityKind.Exported, by.Person, export, incident, isPrivate);
        else if (isPrivate && !WasNoted(by.Person, incident))
        {
            if (_read.Count >= Remembered) _read.Clear();
            _read[(by.Person, incident)] = clock.GetUtcNow();
            security.Note(SecurityKind.PrivateRead, by.Person, by.Via, incident, isPrivate: true);
        }
    }

    bool WasNoted(Guid person, int incident) =>
        _read.TryGetValue((person, incident), out var at) && clock.GetUtcNow() - at < Once;

    /// <summary>Of an incident that the reader sees; null when the path is about none.</summary>
    Task<(int Incident, bool IsPrivate)?> About(HttpContext http, Actor by) => desk.Read(by, async (db, _) =>
    {
        var number = Number(http);
        if (PauseKey(http) is { } key) number = await db.Pauses.Where(p => p.Key == key).Select(p => p.Incident).FirstOrDefaultAsync();
        var found = await db.Incidents.Where(i => i.Number == number).Select(i => (Visibility?)i.Visibility).FirstOrDefaultAsync();
        return found is { } visibility ? (number!.Value, visibility == Visibility.Private) : ((int, bool)?)null;
    });

    /// <summary>What is taken out: a file of the whole incident, a report, a table as a file.</summary>
    static string? ExportIn(HttpContext http)
    {
        var parts = http.Request.Path.Value!.TrimEnd('/').Split('/');
        return parts[^1] == "export" ? "export"
            : parts is [_, "api", .., "reports", var report] ? $"report {report}"
            : http.Request.Query["format"] == "csv" ? $"{parts[^1]} as CSV" : null;
    }

    static int? Number(HttpContext http) => IsAbout(http, "incidents/{")
        && int.TryParse(Value(http, "incident") ?? Value(http, "number"), CultureInfo.InvariantCulture, out var number) ? number : null;

    static string? PauseKey(HttpContext http) => IsAbout(http, "pauses/{") ? Value(http, "key") : null;

    static bool IsAbout(HttpContext http, string what) =>
        (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.Contains(what, StringComparison.Ordinal) is true;

    static string? Value(HttpContext http, string name) =>
        http.GetRouteValue(name) is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
}
