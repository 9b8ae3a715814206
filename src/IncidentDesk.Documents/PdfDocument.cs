using IncidentDesk.Documents.Skia;
using IncidentDesk.Reports;
using SkiaSharp;

namespace IncidentDesk.Documents;

/// <summary>Draws a report as an A4 PDF with embedded type; the same report gives the same bytes on the same machine.</summary>
public static class PdfDocument
{
    public const string ContentType = "application/pdf";

    /// <summary>
    /// Writes forwards only and leaves <paramref name="destination"/> open; holds the finished
    /// file, not its pages, in memory.
    /// </summary>
    public static void Write(Report report, Stream destination)
    {
        using var shaper = new Shaper();
        var lines = new LineBreaker(shaper);
        var slabs = new BlockSlabs(report, lines);

        var counted = new CountedPages();
        new PageFlow(counted).Run(slabs.All());

        using var file = new MemoryStream();
        var bookmarks = Draw(report, slabs, new PageFrame(report, counted.Count, lines), file);
        PdfOutline.Append(file, bookmarks);
        file.Position = 0;
        file.CopyTo(destination);
    }

    static IReadOnlyList<Bookmark> Draw(Report report, BlockSlabs slabs, PageFrame frame, Stream file)
    {
        using var document = SKDocument.CreatePdf(file, Metadata(report));
        var pages = new DrawnPages(document, frame);
        new PageFlow(pages).Run(slabs.All());
        document.Close();
        return pages.Bookmarks;
    }

    static SKDocumentPdfMetadata Metadata(Report report) => new(SKDocument.DefaultRasterDpi)
    {
        Title = Legible.Text(report.Title),
        Author = "IncidentDesk",
        Creator = "IncidentDesk",
        Subject = Legible.Text($"{report.Marks.Subject} · {report.Marks.Kind}"),
        Keywords = Legible.Text(report.Marks.Classification),
        Creation = report.Marks.PrintedAt.UtcDateTime,
        Modified = report.Marks.PrintedAt.UtcDateTime,
    };
}
