using IncidentDesk.Reports;
using SkiaSharp;

namespace IncidentDesk.Documents.Skia;

/// <summary>What stands on every page: the handling mark above; subject, moment, entry, hash and page number below.</summary>
internal sealed class PageFrame(Report report, int pages, LineBreaker lines)
{
    const float HeadTop = 38;
    const float FootTop = Sheet.Height - 58;
    const float MarkWidth = 240;
    const float PageNumberWidth = 90;

    readonly Provenance _provenance = new(report.Marks);

    public void Draw(SKCanvas canvas, int page)
    {
        DrawHead(canvas, page);
        Sheet.Rule(canvas, FootTop, Ink.Rule);
        var moment = $" · {_provenance.AsKnownAt}";
        var room = Sheet.Measure - PageNumberWidth - lines.Break(moment, TextStyle.Foot, Sheet.Measure)[0].Width;
        Left(canvas, FootTop + 7, Fitted(report.Marks.Subject, TextStyle.Foot, room) + moment, TextStyle.Foot);
        Right(canvas, FootTop + 7, $"page {page} of {pages}", TextStyle.Foot);
        Left(canvas, FootTop + 18, $"{_provenance.Position} · {_provenance.HeadHash}", TextStyle.FootMono);
    }

    void DrawHead(SKCanvas canvas, int page)
    {
        // The first page has the title in full just below.
        if (page > 1) Left(canvas, HeadTop, Fitted(report.Title, TextStyle.Foot, Sheet.Measure - MarkWidth - 12), TextStyle.Foot);
        var mark = Fitted(report.Marks.Classification.ToUpperInvariant(), TextStyle.Mark, MarkWidth, most: 2);
        var y = HeadTop;
        foreach (var line in lines.Break(mark, TextStyle.Mark, MarkWidth))
        {
            line.Draw(canvas, Sheet.Right - line.Width + TextStyle.Mark.Tracking, y);
            y += line.Height;
        }
        if (page > 1) Sheet.Rule(canvas, HeadTop + 24, Ink.Rule);
    }

    void Right(SKCanvas canvas, float y, string text, TextStyle style)
    {
        var line = lines.Break(text, style, Sheet.Measure)[0];
        line.Draw(canvas, Sheet.Right - line.Width, y);
    }

    void Left(SKCanvas canvas, float y, string text, TextStyle style) =>
        lines.Break(text, style, Sheet.Measure)[0].Draw(canvas, Sheet.Left, y);

    // What is cut here stands in full in the title block.
    string Fitted(string text, TextStyle style, float measure, int most = 1)
    {
        var oneLine = text.ReplaceLineEndings(" ");
        if (Fits(oneLine, style, measure, most)) return oneLine;
        var (low, high) = (0, Math.Min(oneLine.Length, 300));
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Fits(oneLine[..middle] + "…", style, measure, most)) low = middle;
            else high = middle - 1;
        }
        return oneLine[..low].TrimEnd() + "…";
    }

    bool Fits(string text, TextStyle style, float measure, int most) => lines.Break(text, style, measure).Count <= most;
}
