namespace IncidentDesk.Documents.Skia;

/// <summary>Puts the words of one line side by side, in the order in which they are read.</summary>
internal static class LineSetter
{
    public static Line Set(IReadOnlyList<Span> words, Shaper shaper, TextStyle empty)
    {
        var pieces = InReadingOrder(
            [.. words.SelectMany(word => shaper.Shape(word.Text, word.Style.Cut).Select(glyphs => (word, glyphs)))]);
        List<Stretch> stretches = [];
        float x = 0;
        Stretch? last = null;
        foreach (var (word, glyphs) in pieces)
        {
            if (last is null || !last.Takes(glyphs.Face, word.Style, word.Link))
                stretches.Add(last = new Stretch(glyphs.Face, word.Style, word.Link));
            last.Add(glyphs, x);
            x += (glyphs.Width * word.Style.Size) + (glyphs.Count * word.Style.Tracking);
        }
        var styles = words.Count == 0 ? [empty] : words.Select(word => word.Style).ToList();
        return new Line(stretches, x, styles.Max(style => style.Leading), styles.Max(style => style.Size));
    }

    // Neighbouring words of a right-to-left script run leftwards as a group (rule L2 of Unicode Annex 9, one level deep).
    static (Span Word, Glyphs Glyphs)[] InReadingOrder((Span Word, Glyphs Glyphs)[] pieces)
    {
        for (var from = 0; from < pieces.Length; from++)
        {
            if (!pieces[from].Glyphs.RightToLeft) continue;
            var to = from + 1;
            for (var i = to; i < pieces.Length && (pieces[i].Glyphs.RightToLeft || string.IsNullOrWhiteSpace(pieces[i].Word.Text)); i++)
                if (pieces[i].Glyphs.RightToLeft) to = i + 1;
            Array.Reverse(pieces, from, to - from);
            from = to;
        }
        return pieces;
    }
}
