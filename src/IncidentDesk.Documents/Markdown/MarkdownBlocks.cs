using IncidentDesk.Reports;

namespace IncidentDesk.Documents.Markdown;

/// <summary>Every block as Markdown that GitHub and CommonMark readers show alike.</summary>
internal sealed class MarkdownBlocks(TextWriter markdown, ReportMarks marks)
{
    readonly PrintedTime _time = new(marks.Zone);

    public void Write(Block block)
    {
        switch (block)
        {
            case Block.Heading heading:
                Line($"{new string('#', Math.Clamp(heading.Level, 1, 3) + 1)} {MarkdownText.Line(heading.Text)}");
                break;
            case Block.Paragraph paragraph: Line(MarkdownText.Paragraphs(paragraph.Text)); break;
            case Block.Markdown written: Line(QuotedMarkdown.Of(written.Source)); break;
            case Block.KeyValues facts: KeyValues(facts.Rows); break;
            case Block.Table table: Table(table); break;
            case Block.Timeline timeline: Timeline(timeline); break;
            case Block.Callout callout: Callout(callout); break;
            case Block.BarChart chart: Bars(chart); break;
            default: throw new NotSupportedException($"No Markdown for {block.GetType().Name}.");
        }
        Line("");
    }

    public void KeyValues(IEnumerable<KeyValue> rows)
    {
        foreach (var row in rows)
            Line($"- **{MarkdownText.Line(row.Label)}:** {(row.Mono ? MarkdownText.Code(row.Value) : MarkdownText.Line(row.Value))}");
    }

    void Table(Block.Table table)
    {
        if (table.Caption.Length > 0) Line($"**{MarkdownText.Line(table.Caption)}**\n");
        if (table.Columns.Count == 0) return;
        Row(table.Columns.Select(column => MarkdownText.Line(column.Title)));
        Row(table.Columns.Select(column => column.Numeric ? "---:" : "---"));
        foreach (var row in table.Rows)
            Row(table.Columns.Select(
                (column, i) => i >= row.Count ? "" : column.Mono ? MarkdownText.Code(row[i].Text) : MarkdownText.Line(row[i].Text)));
    }

    void Timeline(Block.Timeline timeline)
    {
        foreach (var line in timeline.Lines)
        {
            var recorded = (line.RecordedAt - line.HappenedAt).Duration() >= TimeSpan.FromMinutes(1)
                ? $" · recorded {_time.ToMinute(line.RecordedAt)}"
                : "";
            var remarks = string.Concat(line.Remarks.Select(remark => $" · **{MarkdownText.Line(remark)}**"));
            Line($"- **\\#{line.Position}** {_time.ToMinute(line.HappenedAt)} · "
                + $"{MarkdownText.Line(line.By)}{MarkdownText.Line(recorded)}{remarks}<br>{MarkdownText.Line(PlainMarkdown.Of(line))}");
        }
    }

    void Callout(Block.Callout callout)
    {
        Line($"> **{MarkdownText.Line(callout.Title)}**\n>");
        foreach (var line in MarkdownText.Paragraphs(callout.Text).Split('\n')) Line($"> {line}".TrimEnd());
    }

    void Bars(Block.BarChart chart)
    {
        var scale = new BarScale(chart);
        Line($"**{MarkdownText.Line(chart.Title)}**\n");
        foreach (var bar in chart.Bars) Line($"- {MarkdownText.Line(bar.Label)}: {MarkdownText.Line(scale.Figure(bar))}");
    }

    void Row(IEnumerable<string> cells) => Line($"| {string.Join(" | ", cells)} |");

    void Line(string text) => markdown.WriteLine(text);
}
