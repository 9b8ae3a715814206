using System.Globalization;
using IncidentDesk.Documents;
using IncidentDesk.Door;
using IncidentDesk.Reports;

namespace IncidentDesk.Web.Reports;

/// <summary>What the page was asked for, from its address.</summary>
internal sealed record ReportChoice(ReportWanted Wanted, string? Problem)
{
    /// <param name="incident">Its number.</param>
    /// <param name="kind">As the address spells it; the summary when left out.</param>
    /// <param name="then">An instant with its offset, or a local time of <paramref name="zone"/> as the field of the form writes it.</param>
    /// <param name="zone">IANA name.</param>
    /// <param name="privileged">Whether privileged entries are wanted.</param>
    public static ReportChoice Read(int incident, string? kind, string? then, string zone, bool privileged)
    {
        var read = ReportKinds.Read(string.IsNullOrEmpty(kind) ? ReportKind.Summary.Name() : kind);
        var (instant, problem) = Moment(then, zone);
        var wanted = new ReportWanted { Incident = incident, Kind = read.Value, AsKnownAt = instant, Zone = zone, Privileged = privileged };
        return new(wanted, problem ?? (read.Refusal as Refusal.Invalid)?.Fields.Values.First()[0]);
    }

    static (DateTimeOffset? Instant, string? Problem) Moment(string? then, string zone) =>
        string.IsNullOrWhiteSpace(then) ? (null, null) : Instants.TryRead(then, out var exact) ? (exact, null) : Zones.Resolve(then, zone);

    /// <summary>For the field of the form: the local time to the second, empty for now.</summary>
    public string Local => Wanted.AsKnownAt is { } at ? Zones.On(at, Wanted.Zone).Local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) : "";

    /// <summary>The address of exactly what the preview shows, even when it shows "now".</summary>
    public string Address(Report report, ReportFormat format) =>
        $"/api/incidents/{Wanted.Incident}/reports/{Wanted.Kind.Name()}?format={format.Name}&asKnownAt={Uri.EscapeDataString(Instants.Write(report.Marks.AsKnownAt))}{(Wanted.Privileged ? "&privileged=true" : "")}";

    public static string Preview(Report report)
    {
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        HtmlDocument.WriteFragment(report, html, below: 1);
        return html.ToString();
    }
}
