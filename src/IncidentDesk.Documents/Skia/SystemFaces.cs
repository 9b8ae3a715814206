using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace IncidentDesk.Documents.Skia;

/// <summary>Typefaces installed on the machine, opened one by one and only when a character needs them.</summary>
internal static partial class SystemFaces
{
    const int MostFilesLookedAt = 400;

    static readonly ConcurrentDictionary<string, Face> ByName = new(StringComparer.Ordinal);

    // The drawing library is built without fontconfig, so that it runs in bare containers; on Linux it then knows no
    // installed typeface at all and the folders are read here.
    static readonly Lazy<Lazy<Face?>[]> Files = new(() => [.. Folders()
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(
            folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
        .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".TTF" or ".OTF" or ".TTC")
        .OrderBy(file => Special().IsMatch(Path.GetFileName(file))).ThenBy(file => file, StringComparer.Ordinal)
        .Take(MostFilesLookedAt)
        .Select(file => new Lazy<Face?>(() => Open(file)))]);

    /// <summary>Plain upright faces first, then the others, in a fixed order so that two runs choose alike.</summary>
    public static IEnumerable<Face> Installed => Files.Value.Select(file => file.Value).OfType<Face>();

    public static Face Known(SKTypeface typeface) =>
        ByName.GetOrAdd($"{typeface.FamilyName}/{typeface.FontWeight}/{typeface.FontSlant}",
            (_, family) => new Face(SKTypeface.FromFamilyName(family)), typeface.FamilyName);

    static IEnumerable<string> Folders()
    {
        if (!OperatingSystem.IsLinux()) return [];
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return ["/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(home, ".local/share/fonts"), Path.Combine(home, ".fonts")];
    }

    // A damaged font file on the machine must not keep anyone from their report.
    static Face? Open(string file)
    {
        try
        {
            return SKTypeface.FromFile(file) is { } typeface ? new Face(typeface) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    [GeneratedRegex("bold|black|light|thin|italic|oblique|condensed|narrow|mono|math|serif", RegexOptions.IgnoreCase)]
    private static partial Regex Special();
}
