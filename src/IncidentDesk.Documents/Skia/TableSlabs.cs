using IncidentDesk.Reports;

namespace IncidentDesk.Documents.Skia;

/// <summary>Tables: caption, a head that comes back on every page, rows with thin rules.</summary>
internal sealed class TableSlabs(LineBreaker lines, TextSlabs text)
{
    const float WidestGutter = 12;
    const int MostHeadLines = 40;

    public IEnumerable<Slab> Table(Block.Table table)
    {
        var before = 12f;
        if (table.Caption.Length > 0)
        {
            foreach (var slab in text.Set([new Span(table.Caption, TextStyle.Caption)], before, keep: true)) yield return slab;
            before = 3;
        }
        if (table.Columns.Count == 0) yield break;
        var lanes = Lanes(table.Columns);
        var head = Head(table.Columns, lanes);
        yield return head with { Before = before, KeepWithNext = true };
        var grid = new Grid(lanes, padding: 3.5f, Ink.Rule);
        IEnumerable<IReadOnlyList<Cell>> rows = table.Rows.Count > 0 ? table.Rows : [[new Cell("No rows.", Tone.Quiet)]];
        foreach (var row in rows)
            foreach (var slab in grid.Row(
                [.. lanes.Select((lane, i) => SetCell(i < row.Count ? row[i] : "", table.Columns[i], lane))], head))
                yield return slab;
    }

    Slab Head(IReadOnlyList<Column> columns, List<Lane> lanes)
    {
        var grid = new Grid(lanes, padding: 3, Ink.StrongRule);
        return grid.Row([
            .. columns.Select((column, i) => lines.Break(column.Title, TextStyle.Head, lanes[i].Width).Take(MostHeadLines).ToList())
        ]).First();
    }

    IReadOnlyList<Line> SetCell(Cell cell, Column column, Lane lane) =>
        lines.Break(cell.Text, (column.Mono ? TextStyle.CellMono : TextStyle.Cell).In(cell.Tone), lane.Width);

    static List<Lane> Lanes(IReadOnlyList<Column> columns)
    {
        var shares = columns.Select(column => Math.Max(0.1, column.Share)).ToList();
        var gutter = Math.Min(WidestGutter, Sheet.Measure / (4 * columns.Count));
        var unit = (Sheet.Measure - (gutter * (columns.Count - 1))) / shares.Sum();
        var x = Sheet.Left;
        List<Lane> lanes = [];
        for (var i = 0; i < columns.Count; i++)
        {
            var width = (float)(unit * shares[i]);
            lanes.Add(new Lane(x, width, columns[i].Numeric));
            x += width + gutter;
        }
        return lanes;
    }
}
