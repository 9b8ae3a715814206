using System.Globalization;
using IncidentDesk.Documents;
using IncidentDesk.Reports;

namespace IncidentDesk.Web.Reports;

/// <summary>What the page was asked for, from its address.</summary>
internal sealed record ReportChoice(ReportWanted Wanted, string? Problem)
{
    /// <param name="incident">Its number.</param>
    /// <param name="kind">As the address spells it; the summary when left out.</param>
    /// <param name="moment">Of which time.</param>
    /// <param name="zone">IANA name.</param>
    /// <param name="privileged">Whether privileged entries are wanted.</param>
    public static ReportChoice Read(int incident, string? kind, Moment moment, string zone, bool privileged)
    {
        var read = ReportKinds.Read(string.IsNullOrEmpty(kind) ? ReportKind.Summary.Spelled() : kind);
        var wanted = new ReportWanted { Incident = incident, Kind = read.Value, Moment = moment, Zone = zone, Privileged = privileged };
        return new(wanted, (read.Refusal as Refusal.Invalid)?.Fields.Values.First()[0]);
    }

    /// <summary>The address of exactly what the preview shows, even when it shows "now".</summary>
    public string Address(Report report, ReportFormat format) =>
        $"/api/incidents/{Wanted.Incident}/reports/{Wanted.Kind.Spelled()}?format={format.Name}"
            + $"&asKnownAt={Uri.EscapeDataString(Instants.Write(report.Marks.AsKnownAt))}"
            + $"{(Wanted.Privileged ? "&privileged=true" : "")}";

    public static string Preview(Report report)
    {
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        HtmlDocument.WriteFragment(report, html, below: 1);
        return html.ToString();
    }
}
