using IncidentDesk.Reports;
using SkiaSharp;

namespace IncidentDesk.Documents.Skia;

/// <summary>What is drawn as well as written: boxed remarks and bars.</summary>
internal sealed class FigureSlabs(LineBreaker lines, TextSlabs text)
{
    const float Inset = 14;

    public IEnumerable<Slab> Callout(Block.Callout callout)
    {
        var accent = Ink.Of(callout.Tone);
        List<Line> set = callout.Title.Length == 0 ? []
            : [.. lines.Break(callout.Title, TextStyle.Caption with { Color = accent }, Sheet.Measure - (2 * Inset))];
        if (callout.Text.Length > 0) set.AddRange(lines.Break(callout.Text, TextStyle.Body, Sheet.Measure - (2 * Inset)));
        return set.Select((line, i) => Strip(line, accent, first: i == 0, last: i == set.Count - 1) with
        {
            KeepWithNext = StaysWithNext(i, set.Count, whole: 14)
        });
    }

    public IEnumerable<Slab> Bars(Block.BarChart chart)
    {
        var scale = new BarScale(chart);
        foreach (var slab in text.Set([new Span(chart.Title, TextStyle.Caption)], before: 14, keep: true)) yield return slab;
        for (var i = 0; i < chart.Bars.Count; i++)
            yield return Bar(chart.Bars[i], scale) with
            {
                Before = i == 0 ? 4 : 0, KeepWithNext = StaysWithNext(i, chart.Bars.Count, whole: 5)
            };
    }

    Slab Bar(Bar bar, BarScale scale)
    {
        const float labelWidth = 150, figureWidth = 92, barLeft = Sheet.Left + labelWidth + 12;
        var label = lines.Break(bar.Label, TextStyle.Cell, labelWidth);
        var figure = lines.Break(scale.Figure(bar), TextStyle.Cell.In(bar.Tone), figureWidth);
        var height = Math.Max(label.Sum(line => line.Height), figure.Sum(line => line.Height)) + 5;
        var length = (float)scale.Length(bar) * (Sheet.Right - figureWidth - 12 - barLeft);
        return new Slab(height, (canvas, y) =>
        {
            Stack(canvas, label, Sheet.Left, y + 2.5f);
            Sheet.Fill(canvas, new SKRect(barLeft, y + 4.5f, barLeft + Math.Max(0.75f, length), y + 13),
                bar.Tone is Tone.Plain ? Ink.Bar : Ink.Of(bar.Tone));
            foreach (var line in figure) line.Draw(canvas, Sheet.Right - line.Width, y + 2.5f);
        });
    }

    static void Stack(SKCanvas canvas, IEnumerable<Line> set, float x, float y)
    {
        foreach (var line in set)
        {
            line.Draw(canvas, x, y);
            y += line.Height;
        }
    }

    // What is short is never cut; of what is long, neither the first nor the last three lines stand alone.
    static bool StaysWithNext(int line, int count, int whole) => line < count - 1 && (count <= whole || line < 2 || line >= count - 3);

    static Slab Strip(Line line, SKColor accent, bool first, bool last)
    {
        var (above, below) = (first ? 9f : 0f, last ? 9f : 0f);
        return new Slab(line.Height + above + below, (canvas, y) =>
        {
            // Strips overlap by a hair, or viewers would show a seam between them.
            var bottom = y + line.Height + above + below + (last ? 0 : 0.4f);
            Sheet.Fill(canvas, new SKRect(Sheet.Left, y, Sheet.Right, bottom), Ink.Wash);
            Sheet.Fill(canvas, new SKRect(Sheet.Left, y, Sheet.Left + 2.5f, bottom), accent);
            line.Draw(canvas, Sheet.Left + Inset, y + above);
        })
        {
            Before = first ? 12 : 0,
        };
    }
}
