using IncidentDesk.Documents.Markdown;
using IncidentDesk.Reports;

namespace IncidentDesk.Documents.Skia;

/// <summary>Labels with values, and the entries of a timeline.</summary>
internal sealed class FactSlabs(LineBreaker lines, ReportMarks marks)
{
    const float LabelWidth = 128;
    const float NumberWidth = 30;
    const float TimeWidth = 112;
    const float Gutter = 14;

    readonly PrintedTime _time = new(marks.Zone);

    public IEnumerable<Slab> KeyValues(IReadOnlyList<KeyValue> rows)
    {
        var grid = new Grid(
            [new(Sheet.Left, LabelWidth), new(Sheet.Left + LabelWidth + Gutter, Sheet.Measure - LabelWidth - Gutter)], 3, Ink.Rule);
        return Spaced(rows.SelectMany(row => grid.Row(
        [
            lines.Break(row.Label, TextStyle.Cell.Quiet, LabelWidth),
            lines.Break(row.Value, (row.Mono ? TextStyle.CellMono : TextStyle.Cell).In(row.Tone), Sheet.Measure - LabelWidth - Gutter),
        ])));
    }

    public IEnumerable<Slab> Timeline(IReadOnlyList<TimelineLine> entries)
    {
        var textLeft = Sheet.Left + NumberWidth + TimeWidth + (2 * Gutter);
        var grid = new Grid(
            [new(Sheet.Left, NumberWidth), new(Sheet.Left + NumberWidth + Gutter, TimeWidth), new(textLeft, Sheet.Right - textLeft)],
            5, Ink.Rule);
        return Spaced(entries.SelectMany(entry => grid.Row([Number(entry), Time(entry), What(entry, Sheet.Right - textLeft)])));
    }

    IReadOnlyList<Line> Number(TimelineLine entry) =>
        lines.Break($"{entry.Position}", TextStyle.CellMono.Quiet, NumberWidth);

    IReadOnlyList<Line> Time(TimelineLine entry)
    {
        var (local, utc) = _time.Parts(entry.HappenedAt);
        List<Span> spans = [new(local, TextStyle.Cell)];
        if (utc.Length > 0) spans.Add(new("\n" + utc, TextStyle.Cell.Quiet));
        return lines.Break(spans, TimeWidth);
    }

    List<Line> What(TimelineLine entry, float width)
    {
        var text = lines.Break(PlainMarkdown.Of(entry), entry.Tone is Tone.Danger or Tone.Warning or Tone.Good
            ? TextStyle.Cell with { Color = Ink.Of(entry.Tone) }
            : TextStyle.Cell.In(entry.Tone), width);
        List<Span> by = [new(entry.By, TextStyle.Cell.Quiet)];
        if (entry.RecordedAt - entry.HappenedAt is var late && late.Duration() >= TimeSpan.FromMinutes(1))
            by.Add(new($" · recorded {_time.ToMinute(entry.RecordedAt)}", TextStyle.Cell.Quiet));
        by.AddRange(entry.Remarks.Select(remark => new Span($" · {remark}", TextStyle.Cell.Bold.Quiet)));
        return [.. text, .. lines.Break(by, width)];
    }

    static IEnumerable<Slab> Spaced(IEnumerable<Slab> slabs) => slabs.Select((slab, i) => i == 0 ? slab with { Before = 8 } : slab);
}
