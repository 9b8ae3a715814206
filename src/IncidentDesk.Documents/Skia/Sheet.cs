using SkiaSharp;

namespace IncidentDesk.Documents.Skia;

/// <summary>The paper: A4 upright, all lengths in points from the upper left corner.</summary>
internal static class Sheet
{
    public const float Width = 595.28f;
    public const float Height = 841.89f;
    public const float Left = 62;
    public const float Right = Width - 62;
    public const float Measure = Right - Left;
    public const float Top = 82;
    public const float Bottom = Height - 78;
    public const float Room = Bottom - Top;

    public static void Rule(SKCanvas canvas, float y, SKColor color, float thickness = 0.5f, float left = Left, float right = Right) =>
        Fill(canvas, new SKRect(left, y, right, y + thickness), color);

    public static void Fill(SKCanvas canvas, SKRect area, SKColor color)
    {
        using var paint = new SKPaint { Color = color };
        canvas.DrawRect(area, paint);
    }
}

/// <summary>A strip across the page that is never cut: a line of a paragraph, a row of a table.</summary>
internal sealed record Slab(float Height, Action<SKCanvas, float> Draw)
{
    /// <summary>White space above, dropped at the top of a page.</summary>
    public float Before { get; init; }

    /// <summary>Stays on one page with the slab that follows.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Drawn again at the top of the page when a page ends just before this slab.</summary>
    public Slab? Head { get; init; }

    public Bookmark? Bookmark { get; init; }

    public float Extent => Before + Height;

    public static Slab Gap(float height) => new(0, static (_, _) => { }) { Before = height };
}

/// <summary>A place that the reader's panel of contents leads to; level 1 or 2.</summary>
internal sealed record Bookmark(int Level, string Title);
