using System.Globalization;
using System.Text;
using SkiaSharp;

namespace IncidentDesk.Documents.Skia;

/// <summary>Glyphs of one word in one typeface; measures for a size of one point.</summary>
internal sealed record Glyphs(Face Face, ushort[] Ids, SKPoint[] Points, float Width, bool RightToLeft)
{
    public int Count => Ids.Length;
}

/// <summary>Turns words into glyphs; words recur, so their glyphs are kept for the length of one document.</summary>
internal sealed class Shaper : IDisposable
{
    const int MostWordsKept = 20_000;

    readonly Dictionary<(Cut, string), Glyphs[]> _words = [];
    readonly HarfBuzzSharp.Buffer _buffer = new();

    public Glyphs[] Shape(string word, Cut cut)
    {
        if (_words.TryGetValue((cut, word), out var known)) return known;
        if (_words.Count >= MostWordsKept) _words.Clear();
        return _words[(cut, word)] = [.. Runs(word, Typefaces.Of(cut)).Select(run => Shape(run.Text, run.Face, run.RightToLeft))];
    }

    public float Measure(string word, TextStyle style)
    {
        float width = 0;
        foreach (var glyphs in Shape(word, style.Cut)) width += (glyphs.Width * style.Size) + (glyphs.Count * style.Tracking);
        return width;
    }

    public void Dispose() => _buffer.Dispose();

    Glyphs Shape(string text, Face face, bool rightToLeft)
    {
        _buffer.ClearContents();
        _buffer.AddUtf16(text);
        _buffer.GuessSegmentProperties();
        face.Shape(_buffer);
        var infos = _buffer.GetGlyphInfoSpan();
        var positions = _buffer.GetGlyphPositionSpan();
        var ids = new ushort[infos.Length];
        var points = new SKPoint[infos.Length];
        float x = 0, unit = 1f / face.UnitsPerEm;
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = (ushort)infos[i].Codepoint;
            points[i] = new SKPoint(x + (positions[i].XOffset * unit), -positions[i].YOffset * unit);
            x += positions[i].XAdvance * unit;
        }
        return new Glyphs(face, ids, points, x, rightToLeft);
    }

    static List<(string Text, Face Face, bool RightToLeft)> Runs(string word, Face primary)
    {
        List<(string Text, Face Face, bool RightToLeft)> runs = [];
        foreach (var rune in word.EnumerateRunes())
        {
            if (runs.Count > 0 && (Script.IsInvisible(rune) || (IsMark(rune) && runs[^1].Face.Has(rune.Value))))
                runs[^1] = runs[^1] with { Text = runs[^1].Text + rune };
            else
                Add(runs, rune, primary);
        }
        return runs;
    }

    static void Add(List<(string Text, Face Face, bool RightToLeft)> runs, Rune rune, Face primary)
    {
        var face = primary.Has(rune.Value) || Script.IsInvisible(rune) ? primary : Typefaces.For(rune.Value);
        var text = face is null ? $"\uFFFDU+{rune.Value:X4}" : rune.ToString();
        face ??= Typefaces.Of(Cut.Sans);
        var rightToLeft = Script.IsRightToLeft(rune);
        if (runs.Count > 0 && runs[^1].Face == face && runs[^1].RightToLeft == rightToLeft)
            runs[^1] = runs[^1] with { Text = runs[^1].Text + text };
        else
            runs.Add((text, face, rightToLeft));
    }

    // Marks are shaped together with the letter before them.
    static bool IsMark(Rune rune) =>
        rune.Value is (>= 0x1F3FB and <= 0x1F3FF) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
