using IncidentDesk.Reports;
using SkiaSharp;

namespace IncidentDesk.Documents.Skia;

/// <summary>Running text as slabs, one a line, without a single line left alone on a page.</summary>
internal sealed class TextSlabs(LineBreaker lines)
{
    public IEnumerable<Slab> Paragraphs(string text, TextStyle style) =>
        Legible.Text(text).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(paragraph => Set([new Span(paragraph.Trim('\n'), style)], before: 7));

    public IEnumerable<Slab> Set(
        IReadOnlyList<Span> spans, float before, float indent = 0, Action<SKCanvas, float>? beside = null, bool keep = false)
    {
        var set = lines.Break(spans, Sheet.Measure - indent);
        for (var i = 0; i < set.Count; i++)
        {
            var line = set[i];
            var decoration = i == 0 ? beside : null;
            yield return new Slab(line.Height, (canvas, y) =>
            {
                line.Draw(canvas, Sheet.Left + indent, y);
                decoration?.Invoke(canvas, y);
            })
            {
                Before = i == 0 ? before : 0,
                KeepWithNext = keep || (i < set.Count - 1 && (i == 0 || i == set.Count - 2)),
            };
        }
    }

    public IEnumerable<Slab> Heading(Block.Heading heading)
    {
        var (style, before) = heading.Level switch
        {
            <= 1 => (TextStyle.Heading1, 22f),
            2 => (TextStyle.Heading2, 14f),
            _ => (TextStyle.Heading3, 13f),
        };
        var bookmark = heading.Level <= 2 ? new Bookmark(Math.Max(1, heading.Level), heading.Text) : null;
        return Set([new Span(heading.Text, style)], before, keep: true)
            .Select((slab, i) => i == 0 ? slab with { Bookmark = bookmark } : slab);
    }
}
