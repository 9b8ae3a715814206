using System.Text.Json;

namespace IncidentDesk.Assets.Importing.JsonStreams;

/// <summary>
/// Reads JSON of any size in bounded memory: what is asked for is handed over piece by piece, the rest is passed over. Takes one
/// value, or many behind each other (one a line, or simply joined).
/// </summary>
public static partial class JsonFile
{
    /// <summary>A value larger than this is passed over and named.</summary>
    public const int MostBytes = 16 << 20;

    /// <summary>
    /// A single string longer than this is read as empty: no name, label or date is so long, only code and pictures are.
    /// The value around it is still taken.
    /// </summary>
    public const int LongestString = 4 << 20;

    /// <summary>Query plans in lineage events nest to a few hundred.</summary>
    public const int MostDepth = 512;

    /// <param name="part">What a refusal calls the file.</param>
    /// <param name="wanted">Paths such as <c>$</c>, <c>$[*]</c>, <c>$.nodes.*</c>. Where two fit, an array or object is
    /// entered rather than taken whole.</param>
    /// <exception cref="UnreadableException">It is not sound JSON in UTF-8.</exception>
    public static IEnumerable<JsonFound> Read(Stream file, string part, params IEnumerable<string> wanted)
    {
        var walk = new JsonWalk(new JsonWindow(file, part), JsonWanted.Of(wanted));
        while (walk.Next() is { } found) yield return found;
    }

    /// <summary>The same for a part of a catalogue file.</summary>
    public static IEnumerable<JsonFound> Read(CataloguePart part, params IEnumerable<string> wanted)
    {
        using var file = part.Open();
        foreach (var found in Read(file, part.Name, wanted)) yield return found;
    }

    internal static readonly JsonReaderOptions Reading =
        new() { MaxDepth = MostDepth, AllowMultipleValues = true, CommentHandling = JsonCommentHandling.Disallow };
    internal static readonly JsonDocumentOptions Taking = new() { MaxDepth = MostDepth, AllowDuplicateProperties = false };
    internal static readonly JsonDocumentOptions TakingAnyhow = new() { MaxDepth = MostDepth };
}
