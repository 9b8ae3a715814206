using System.Text.Json;
using IncidentDesk.Documents;
using IncidentDesk.Reports;

namespace IncidentDesk.Web.Reports;

/// <summary>A way to hand a report over; <see cref="Name"/> is also the ending of the file.</summary>
internal sealed record ReportFormat(string Name, string Title, string ContentType, Action<Report, Stream> Write)
{
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("pdf", "PDF", PdfDocument.ContentType, PdfDocument.Write),
        new("html", "HTML", HtmlDocument.ContentType, HtmlDocument.Write),
        new("md", "Markdown", MarkdownDocument.ContentType, MarkdownDocument.Write),
        new("json", "JSON", "application/json", (report, to) => JsonSerializer.Serialize(to, report, Json.Options)),
    ];

    public static string Choices => string.Join(", ", All.Select(f => f.Name));

    public static ReportFormat? Find(string name) => All.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Says what it is about and as of when, in characters that every file system takes:
    /// <c>INC-42-summary-2026-06-12T0310Z.pdf</c>.
    /// </summary>
    public string FileName(ReportMarks marks) =>
        $"{marks.Subject}-{marks.Kind}-"
            + $"{marks.AsKnownAt.UtcDateTime.ToString("yyyy-MM-dd'T'HHmm'Z'", System.Globalization.CultureInfo.InvariantCulture)}.{Name}";

    public byte[] Bytes(Report report)
    {
        using var to = new MemoryStream();
        Write(report, to);
        return to.ToArray();
    }
}
