using IncidentDesk.Reports;
using SkiaSharp;

namespace IncidentDesk.Documents.Skia;

/// <summary>The cuts of type that are embedded.</summary>
internal enum Cut { Sans, SansBold, SansItalic, Serif, SerifBold, Mono }

/// <summary>How a piece of text is set; lengths in points.</summary>
internal readonly record struct TextStyle(Cut Cut, float Size, float Leading, SKColor Color, float Tracking = 0)
{
    public static readonly TextStyle Title = new(Cut.SerifBold, 23, 29, Ink.Text);
    public static readonly TextStyle Heading1 = new(Cut.SerifBold, 15, 20, Ink.Text);
    public static readonly TextStyle Heading2 = new(Cut.SerifBold, 11.5f, 16, Ink.Text);
    public static readonly TextStyle Heading3 = new(Cut.SansBold, 9.5f, 14, Ink.Text);
    public static readonly TextStyle Body = new(Cut.Sans, 9.5f, 14.5f, Ink.Text);
    public static readonly TextStyle Cell = new(Cut.Sans, 8.5f, 12.5f, Ink.Text);
    public static readonly TextStyle CellMono = new(Cut.Mono, 7.75f, 12.5f, Ink.Text);
    public static readonly TextStyle Head = new(Cut.SansBold, 7.75f, 11, Ink.Quiet);
    public static readonly TextStyle Caption = new(Cut.SansBold, 9, 13, Ink.Text);
    public static readonly TextStyle Foot = new(Cut.Sans, 7, 10, Ink.Quiet);
    public static readonly TextStyle FootMono = new(Cut.Mono, 6.5f, 10, Ink.Quiet);
    public static readonly TextStyle Mark = new(Cut.SansBold, 8, 10, Ink.Text, Tracking: 1.6f);
    public static readonly TextStyle Code = new(Cut.Mono, 8.25f, 13, Ink.Text);

    public TextStyle In(Tone tone) => tone switch
    {
        Tone.Plain => this,
        Tone.Quiet => this with { Color = Ink.Quiet },
        Tone.Strong => Bold,
        _ => Bold with { Color = Ink.Of(tone) },
    };

    public TextStyle Bold =>
        this with { Cut = Cut is Cut.Serif or Cut.SerifBold ? Cut.SerifBold : Cut is Cut.Mono ? Cut.Mono : Cut.SansBold };

    public TextStyle Italic => Cut is Cut.Sans ? this with { Cut = Cut.SansItalic } : this;

    public TextStyle Quiet => this with { Color = Ink.Quiet };
}

/// <summary>The few colours of a document: dark enough to read in grey print, never the only carrier of meaning.</summary>
internal static class Ink
{
    public static readonly SKColor Text = new(0x1C, 0x1D, 0x21);
    public static readonly SKColor Quiet = new(0x5C, 0x61, 0x69);
    public static readonly SKColor Rule = new(0xD6, 0xD9, 0xDE);
    public static readonly SKColor StrongRule = new(0x8A, 0x8F, 0x98);
    public static readonly SKColor Wash = new(0xF5, 0xF6, 0xF8);
    public static readonly SKColor Bar = new(0x5B, 0x6F, 0x8C);

    public static SKColor Of(Tone tone) => tone switch
    {
        Tone.Good => new(0x1D, 0x6B, 0x45),
        Tone.Warning => new(0x8F, 0x5A, 0x00),
        Tone.Danger => new(0xA3, 0x22, 0x1C),
        Tone.Quiet => Quiet,
        _ => Text,
    };
}
