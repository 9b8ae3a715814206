using SkiaSharp;

namespace IncidentDesk.Documents.Skia;

/// <summary>The second pass: every slab on its page, in the frame that every page carries.</summary>
internal sealed class DrawnPages(SKDocument document, PageFrame frame) : IPages
{
    readonly List<Bookmark> _bookmarks = [];
    SKCanvas? _canvas;
    int _page;

    /// <summary>In reading order; the place of the n-th one is named by <see cref="Destination"/>.</summary>
    public IReadOnlyList<Bookmark> Bookmarks => _bookmarks;

    public static string Destination(int index) => $"section{index}";

    public void Begin()
    {
        _canvas = document.BeginPage(Sheet.Width, Sheet.Height);
        frame.Draw(_canvas, ++_page);
    }

    public void Place(Slab slab, float y)
    {
        if (slab.Bookmark is { } bookmark)
        {
            _canvas!.DrawNamedDestinationAnnotation(new SKPoint(0, y - 12), Destination(_bookmarks.Count));
            _bookmarks.Add(bookmark);
        }
        slab.Draw(_canvas!, y);
    }

    public void End() => document.EndPage();
}
