using SkiaSharp;

namespace IncidentDesk.Documents.Skia;

/// <summary>One line of set text, ready to draw; points.</summary>
internal sealed class Line(IReadOnlyList<Stretch> stretches, float width, float height, float size)
{
    public float Width { get; } = width;
    public float Height { get; } = height;

    // The middle of the small letters stands in the middle of the line, whatever faces it mixes.
    public float Baseline => (Height / 2) + (size * 0.34f);

    public void Draw(SKCanvas canvas, float x, float y)
    {
        foreach (var stretch in stretches) stretch.Draw(canvas, x, y + Baseline);
    }
}

/// <summary>Glyphs of one face, size and colour that are drawn at once.</summary>
internal sealed class Stretch(Face face, TextStyle style, string? link)
{
    readonly List<ushort> _ids = [];
    readonly List<SKPoint> _points = [];
    float _from = float.MaxValue, _to;

    public bool Takes(Face other, TextStyle otherStyle, string? otherLink) => face == other && style == otherStyle && link == otherLink;

    public void Add(Glyphs glyphs, float x)
    {
        _from = Math.Min(_from, x);
        for (var i = 0; i < glyphs.Count; i++)
        {
            _ids.Add(glyphs.Ids[i]);
            var point = glyphs.Points[i];
            _points.Add(new SKPoint(x + (point.X * style.Size) + (i * style.Tracking), point.Y * style.Size));
        }
        _to = x + (glyphs.Width * style.Size);
    }

    public void Draw(SKCanvas canvas, float x, float baseline)
    {
        using var font = new SKFont(face.Typeface, style.Size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
        using var blobs = new SKTextBlobBuilder();
        blobs.AddPositionedRun([.. _ids], font, [.. _points]);
        using var blob = blobs.Build();
        using var paint = new SKPaint { Color = style.Color, IsAntialias = true };
        if (blob is not null) canvas.DrawText(blob, x, baseline, paint);
        if (link is not null)
            canvas.DrawUrlAnnotation(new SKRect(x + _from, baseline - style.Size, x + _to, baseline + (style.Size * 0.3f)), link);
    }
}
