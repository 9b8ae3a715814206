using System.Globalization;
using IncidentDesk.Documents.Markdown;
using IncidentDesk.Reports;
using static IncidentDesk.Documents.Html.Markup;

namespace IncidentDesk.Documents.Html;

/// <summary>Every block as HTML5, without script, inline style or event attributes.</summary>
internal sealed class HtmlBlocks(TextWriter html, ReportMarks marks, int below = 0)
{
    readonly PrintedTime _time = new(marks.Zone);
    int _heading = 1 + below;

    public void Write(Block block)
    {
        switch (block)
        {
            case Block.Heading heading: Heading(heading); break;
            case Block.Paragraph paragraph: Paragraph(paragraph); break;
            case Block.Markdown markdown: html.WriteLine(SafeMarkdown.ToHtml(markdown.Source, _heading + 1)); break;
            case Block.KeyValues facts: KeyValues(facts.Rows); break;
            case Block.Table table: Table(table); break;
            case Block.Timeline timeline: Timeline(timeline); break;
            case Block.Callout callout: Callout(callout); break;
            case Block.BarChart chart: Bars(chart); break;
            default: throw new NotSupportedException($"No markup for {block.GetType().Name}.");
        }
    }

    /// <summary>The title of the report: the only heading above the blocks'.</summary>
    public void Title(string text) => Heading(1 + below, text);

    public void KeyValues(IEnumerable<KeyValue> rows)
    {
        html.WriteLine("<dl>");
        foreach (var row in rows)
            html.WriteLine($"<dt>{Text(row.Label)}</dt><dd{Class(Of(row.Tone), row.Mono ? "mono" : null)}>{Text(row.Value)}</dd>");
        html.WriteLine("</dl>");
    }

    void Heading(Block.Heading heading)
    {
        _heading = Math.Clamp(heading.Level, 1, 3) + 1 + below;
        Heading(_heading, heading.Text);
    }

    // Whatever level it has on its page, it looks like the level it has in the report.
    void Heading(int level, string text) =>
        html.WriteLine($"<h{level}{Class(below > 0 ? $"h{level - below}" : null)}>{Text(text)}</h{level}>");

    void Paragraph(Block.Paragraph paragraph)
    {
        foreach (var part in Legible.Text(paragraph.Text).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            html.WriteLine($"<p{Class(Of(paragraph.Tone))}>{Text(part.Trim('\n')).Replace("&#xA;", "<br>", StringComparison.Ordinal)}</p>");
    }

    void Table(Block.Table table)
    {
        html.WriteLine($"<table>{Caption(table.Caption)}<thead><tr>");
        var shares = table.Columns.Sum(Share);
        foreach (var column in table.Columns)
            html.WriteLine(
                $"<th scope=\"col\"{Class(Width(Share(column) / shares), column.Numeric ? "number" : null)}>{Text(column.Title)}</th>");
        html.WriteLine("</tr></thead><tbody>");
        foreach (var row in table.Rows) Row(row, table.Columns);
        if (table.Rows.Count == 0)
            html.WriteLine($"<tr><td colspan=\"{Math.Max(1, table.Columns.Count)}\" class=\"quiet\">No rows.</td></tr>");
        html.WriteLine("</tbody></table>");
    }

    void Row(IReadOnlyList<Cell> row, IReadOnlyList<Column> columns)
    {
        html.Write("<tr>");
        for (var i = 0; i < columns.Count; i++)
        {
            var cell = i < row.Count ? row[i] : new Cell("");
            var classes = Class(Of(cell.Tone), columns[i].Numeric ? "number" : null,
                columns[i].Mono ? "mono" : HasLongWord(cell.Text) ? "long" : null);
            html.Write(i == 0 ? $"<th scope=\"row\"{classes}>{Text(cell.Text)}</th>" : $"<td{classes}>{Text(cell.Text)}</td>");
        }
        html.WriteLine("</tr>");
    }

    void Timeline(Block.Timeline timeline)
    {
        html.WriteLine("<ol class=\"timeline\">");
        foreach (var line in timeline.Lines) Entry(line);
        html.WriteLine("</ol>");
    }

    void Entry(TimelineLine line)
    {
        var (local, utc) = _time.Parts(line.HappenedAt);
        html.Write($"<li><span class=\"mono quiet\">#{line.Position}</span><time "
            + $"datetime=\"{Machine(line.HappenedAt)}\">{Text(local)}<br><span class=\"quiet\">{Text(utc)}</span></time>");
        html.Write($"<div class=\"what\"><p{Class(Of(line.Tone))}>{Text(PlainMarkdown.Of(line))}</p><p class=\"quiet\">{Text(line.By)}");
        if ((line.RecordedAt - line.HappenedAt).Duration() >= TimeSpan.FromMinutes(1))
            html.Write($" · recorded {Text(_time.ToMinute(line.RecordedAt))}");
        foreach (var remark in line.Remarks) html.Write($" · <strong>{Text(remark)}</strong>");
        html.WriteLine("</p></div></li>");
    }

    static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    void Callout(Block.Callout callout)
    {
        html.WriteLine($"<div role=\"note\"{Class("callout", Of(callout.Tone))}>");
        if (callout.Title.Length > 0) html.WriteLine($"<p class=\"title\">{Text(callout.Title)}</p>");
        html.WriteLine($"<p class=\"text\">{Text(callout.Text)}</p></div>");
    }

    // The bars stand in a table, so that whoever cannot see them hears label and figure.
    void Bars(Block.BarChart chart)
    {
        var scale = new BarScale(chart);
        html.WriteLine($"<table class=\"bars\">{Caption(chart.Title)}<tbody>");
        foreach (var bar in chart.Bars)
        {
            var length = Math.Max(0.3, scale.Length(bar) * 100).ToString("0.##", CultureInfo.InvariantCulture);
            html.WriteLine($"<tr{Class(Of(bar.Tone))}><th scope=\"row\">{Text(bar.Label)}</th><td "
                + $"class=\"bar\"><svg aria-hidden=\"true\" focusable=\"false\"><rect width=\"{length}%\" "
                + $"height=\"100%\"/></svg></td><td class=\"number\">{Text(scale.Figure(bar))}</td></tr>");
        }
        html.WriteLine("</tbody></table>");
    }

    // A browser would rather widen the table than break such a word; ordinary words must stay whole in narrow columns.
    static bool HasLongWord(string text) => text.Length > 24 && text.Split(' ', '\n', '-').Any(word => word.Length > 24);

    static double Share(Column column) => Math.Max(0.1, column.Share);

    // Widths are classes, in steps of five per cent: a style attribute would not pass a strict policy.
    static string Width(double share) => $"w{Math.Clamp((int)Math.Round(share * 20) * 5, 5, 75)}";

    static string Caption(string caption) => caption.Length == 0 ? "" : $"<caption>{Text(caption)}</caption>";
}
