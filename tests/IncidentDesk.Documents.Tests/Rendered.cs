using System.Text;
using IncidentDesk.Reports;

namespace IncidentDesk.Documents.Tests;

/// <summary>A report in each of its forms, as bytes that a reader opens.</summary>
internal static class Rendered
{
    public static byte[] Pdf(Report report) => Written(report, PdfDocument.Write);

    public static string Html(Report report) => Encoding.UTF8.GetString(Written(report, HtmlDocument.Write));

    public static string Markdown(Report report) => Encoding.UTF8.GetString(Written(report, MarkdownDocument.Write));

    /// <summary>The text of every page, as the glyphs stand in the file.</summary>
    public static IReadOnlyList<string> Pages(Report report)
    {
        using var pdf = PdfDocumentOf(report);
        return [.. pdf.GetPages().Select(page => page.Text)];
    }

    public static string AllText(Report report) => string.Concat(Pages(report));

    public static UglyToad.PdfPig.PdfDocument PdfDocumentOf(Report report) => UglyToad.PdfPig.PdfDocument.Open(Pdf(report));

    /// <summary>Letters without white space, for text that may be broken over lines.</summary>
    public static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    static byte[] Written(Report report, Action<Report, Stream> write)
    {
        using var stream = new MemoryStream();
        write(report, stream);
        return stream.ToArray();
    }
}
