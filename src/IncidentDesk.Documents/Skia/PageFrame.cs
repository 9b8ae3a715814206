using IncidentDesk.Reports;
using SkiaSharp;

namespace IncidentDesk.Documents.Skia;

/// <summary>What stands on every page: the handling mark above; subject, moment, entry, hash and page number below.</summary>
internal sealed class PageFrame(Report report, int pages, LineBreaker lines)
{
    const float HeadTop = 38;
    const float FootTop = Sheet.Height - 58;
    const float MarkWidth = 210;

    readonly Provenance _provenance = new(report.Marks);

    public void Draw(SKCanvas canvas, int page)
    {
        DrawHead(canvas, page);
        Sheet.Rule(canvas, FootTop, Ink.Rule);
        Left(canvas, FootTop + 7, $"{report.Marks.Subject} · {_provenance.AsKnownAt}", TextStyle.Foot, Sheet.Measure - 90);
        Right(canvas, FootTop + 7, $"page {page} of {pages}", TextStyle.Foot);
        Left(canvas, FootTop + 18, $"{_provenance.Position} · {_provenance.HeadHash}", TextStyle.FootMono, Sheet.Measure);
    }

    void DrawHead(SKCanvas canvas, int page)
    {
        // The first page has the title in full just below.
        if (page > 1) Left(canvas, HeadTop, report.Title, TextStyle.Foot, Sheet.Measure - MarkWidth - 12);
        var mark = lines.Break(report.Marks.Classification.ToUpperInvariant(), TextStyle.Mark, MarkWidth);
        for (var i = 0; i < Math.Min(2, mark.Count); i++)
            mark[i].Draw(canvas, Sheet.Right - mark[i].Width + TextStyle.Mark.Tracking, HeadTop + (i * 11));
        if (page > 1) Sheet.Rule(canvas, HeadTop + 24, Ink.Rule);
    }

    void Right(SKCanvas canvas, float y, string text, TextStyle style)
    {
        var line = lines.Break(text, style, Sheet.Measure)[0];
        line.Draw(canvas, Sheet.Right - line.Width, y);
    }

    // One line only; what is cut here stands in full in the title block.
    void Left(SKCanvas canvas, float y, string text, TextStyle style, float measure)
    {
        var oneLine = text.ReplaceLineEndings(" ");
        var set = lines.Break(oneLine, style, measure);
        if (set.Count > 1) set = lines.Break(Shorten(oneLine, style, measure), style, Sheet.Measure);
        set[0].Draw(canvas, Sheet.Left, y);
    }

    string Shorten(string text, TextStyle style, float measure)
    {
        var (low, high) = (0, Math.Min(text.Length, 300));
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (lines.Break(text[..middle] + "…", style, Sheet.Measure) is [var only] && only.Width <= measure) low = middle;
            else high = middle - 1;
        }
        return text[..low].TrimEnd() + "…";
    }
}
