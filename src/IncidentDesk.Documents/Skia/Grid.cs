using SkiaSharp;

namespace IncidentDesk.Documents.Skia;

/// <summary>Where a column stands, in points from the left edge of the paper.</summary>
internal readonly record struct Lane(float X, float Width, bool Right = false);

/// <summary>Rows of cells side by side, each cell a few lines; a thin rule below each row.</summary>
internal sealed class Grid(IReadOnlyList<Lane> lanes, float padding, SKColor? rule)
{
    /// <summary>One slab; several, line by line, only when the row is taller than a page under <paramref name="head"/>.</summary>
    public IEnumerable<Slab> Row(IReadOnlyList<IReadOnlyList<Line>> cells, Slab? head = null)
    {
        var height = cells.Max(cell => cell.Sum(line => line.Height)) + (2 * padding);
        return height <= Sheet.Room - (head?.Height ?? 0)
            ? [new Slab(height, (canvas, y) => Draw(canvas, cells, y, height)) { Head = head }]
            : Torn(cells, head);
    }

    void Draw(SKCanvas canvas, IReadOnlyList<IReadOnlyList<Line>> cells, float y, float height)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            var lineTop = y + padding;
            foreach (var line in cells[i])
            {
                DrawLine(canvas, line, lanes[i], lineTop);
                lineTop += line.Height;
            }
        }
        if (rule is { } color) Sheet.Rule(canvas, y + height - 0.5f, color, 0.5f);
    }

    IEnumerable<Slab> Torn(IReadOnlyList<IReadOnlyList<Line>> cells, Slab? head)
    {
        var rows = cells.Max(cell => cell.Count);
        for (var i = 0; i < rows; i++)
        {
            IReadOnlyList<Line?> row = [.. cells.Select(cell => i < cell.Count ? cell[i] : null)];
            var (above, below) = (i == 0 ? padding : 0, i == rows - 1 ? padding : 0);
            var height = row.Max(line => line?.Height ?? 0) + above + below;
            yield return new Slab(height, (canvas, y) => DrawTorn(canvas, row, y + above, below > 0 ? y + height : null)) { Head = head };
        }
    }

    void DrawTorn(SKCanvas canvas, IReadOnlyList<Line?> row, float y, float? end)
    {
        for (var i = 0; i < row.Count; i++)
            if (row[i] is { } line) DrawLine(canvas, line, lanes[i], y);
        if (end is { } bottom && rule is { } color) Sheet.Rule(canvas, bottom - 0.5f, color, 0.5f);
    }

    static void DrawLine(SKCanvas canvas, Line line, Lane lane, float y) =>
        line.Draw(canvas, lane.Right ? lane.X + lane.Width - line.Width : lane.X, y);
}
