using IncidentDesk.Assets.Importing.Files;

namespace IncidentDesk.Assets.Importing;

/// <summary>
/// A format in which catalogues export what they know. Reading has no side effects and is done twice: once to see that the file
/// is sound, once to take it; a file that is not sound is not taken at all.
/// </summary>
public interface ICatalogueFormat
{
    /// <summary>As the API and the CLI spell it: <c>dbt</c>.</summary>
    string Code { get; }

    /// <summary>As a person reads it: <c>dbt manifest and catalog (JSON, or both in one zip)</c>.</summary>
    string Words { get; }

    /// <summary>Whether a file of this format usually names everything its source has; who sends it may say otherwise.</summary>
    bool IsComplete => true;

    /// <summary>Streams; memory must not grow with the file.</summary>
    /// <exception cref="UnreadableException">The file as a whole is not what it should be.</exception>
    IEnumerable<CatalogueStatement> Read(CatalogueFile file);
}

/// <summary>What was sent, lying on disk. A zip shows its entries, anything else is one part of its own name.</summary>
public abstract class CatalogueFile
{
    /// <summary>As its sender calls it.</summary>
    public abstract string Name { get; }

    public abstract IReadOnlyList<CataloguePart> Parts { get; }

    /// <summary>Part by part; of several, each place says in which one it is.</summary>
    internal IEnumerable<CatalogueStatement> Each(Func<CataloguePart, IEnumerable<CatalogueStatement>> read) =>
        Parts is [var only] ? read(only)
        : Parts.SelectMany(part => read(part)
            .Select(statement => statement with { Place = $"{SpooledFile.Shown(part.Name)}: {statement.Place}" }));
}

/// <param name="Name">Path inside the zip with forward slashes, or the name of the file.</param>
/// <param name="Open">A fresh stream from the start, bounded in size, to be disposed by the reader; not necessarily seekable.</param>
public sealed record CataloguePart(string Name, Func<Stream> Open);

/// <summary>Ends the reading of a file. Thrown, because an iterator cannot hand a refusal out of a catch.</summary>
public sealed class UnreadableException(Refusal why) : Exception(why.Why)
{
    public Refusal Why { get; } = why;
}
