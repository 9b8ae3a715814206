using System.Collections.Concurrent;
using SkiaSharp;

namespace IncidentDesk.Documents.Skia;

/// <summary>IBM Plex from the assembly; for characters it lacks, whatever the machine has.</summary>
internal static class Typefaces
{
    static readonly Lazy<Face>[] Cuts =
    [
        Load("IBMPlexSans-Regular.ttf"), Load("IBMPlexSans-SemiBold.ttf"), Load("IBMPlexSans-Italic.ttf"),
        Load("IBMPlexSerif-Regular.ttf"), Load("IBMPlexSerif-SemiBold.ttf"), Load("IBMPlexMono-Regular.ttf"),
    ];

    static readonly ConcurrentDictionary<int, Face?> Fallbacks = new();

    public static Face Of(Cut cut) => Cuts[(int)cut].Value;

    /// <summary>A typeface of the machine that has the character, or null: then the caller draws a box and the code.</summary>
    public static Face? For(int codepoint) => Fallbacks.GetOrAdd(codepoint, Find);

    static Face? Find(int codepoint)
    {
        if (Cuts[(int)Cut.Sans].Value is var sans && sans.Has(codepoint)) return sans;
        using var match = SKFontManager.Default.MatchCharacter(codepoint);
        return match is not null && SystemFaces.Known(match) is var known && known.Has(codepoint)
            ? known
            : SystemFaces.Installed.FirstOrDefault(face => face.Has(codepoint));
    }

    static Lazy<Face> Load(string name) => new(() => Face.Embedded(name));
}
