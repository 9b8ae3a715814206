using HarfBuzzSharp;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace IncidentDesk.Documents.Skia;

/// <summary>One typeface, known to the engine that draws and to the one that shapes; lives as long as the process.</summary>
internal sealed class Face : IDisposable
{
    readonly Font _font;

    /// <exception cref="InvalidOperationException">The typeface does not give its tables away.</exception>
    public Face(SKTypeface typeface)
    {
        Typeface = typeface;
        using var stream = typeface.OpenStream(out var index)
            ?? throw new InvalidOperationException($"{typeface.FamilyName} cannot be read.");
        using var blob = stream.ToHarfBuzzBlob();
        using var face = new HarfBuzzSharp.Face(blob, index);
        UnitsPerEm = face.UnitsPerEm;
        _font = new Font(face);
        _font.SetScale(UnitsPerEm, UnitsPerEm);
    }

    public SKTypeface Typeface { get; }
    public int UnitsPerEm { get; }

    public static Face Embedded(string name)
    {
        using var stream = Resources.Open(name);
        using var data = SKData.Create(stream);
        return new Face(SKTypeface.FromData(data) ?? throw new InvalidOperationException($"{name} is no typeface."));
    }

    public bool Has(int codepoint) => _font.TryGetNominalGlyph(codepoint, out _);

    public void Dispose()
    {
        _font.Dispose();
        Typeface.Dispose();
    }

    // Joined letters such as "fi" are kept apart: a key or a name copied out of an evidence file must come out letter by letter.
    static readonly Feature[] Features = [new(new Tag('l', 'i', 'g', 'a'), 0), new(new Tag('t', 'n', 'u', 'm'), 1)];

    public void Shape(HarfBuzzSharp.Buffer buffer) => _font.Shape(buffer, Features);
}
