using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.Dbt;

/// <summary>
/// What dbt leaves behind in <c>target/</c> (https://schemas.getdbt.com/dbt/manifest): the manifest of versions 1 to 12, and the catalog of
/// the same folder if it was sent too. Each is read twice, because what stands at its end says how its beginning is meant.
/// </summary>
public sealed class DbtFormat : ICatalogueFormat
{
    public sealed record NoManifest(string File)
        : Refusal.Unreadable($"Nothing was imported. {File} contains no dbt manifest. "
            + "Run dbt docs generate and send target/manifest.json, or a zip of it and catalog.json.");

    public sealed record CatalogAlone(string File)
        : Refusal.Unreadable($"Nothing was imported. {File} is a dbt catalog, which contains neither "
            + "lineage nor the database. Send it in a zip together with manifest.json.");

    public string Code => "dbt";

    public string Words => "dbt manifest and catalog (JSON, or both in one zip)";

    public IEnumerable<CatalogueStatement> Read(CatalogueFile file)
    {
        var artifacts = Candidates(file.Parts).Select(DbtArtifact.Of).OfType<DbtArtifact>().ToList();
        var manifests = artifacts.Where(a => a.IsManifest).ToList();
        if (manifests.Count == 0)
            throw new UnreadableException(artifacts.Count > 0 ? new CatalogAlone(file.Name) : new NoManifest(file.Name));
        return manifests.SelectMany(m => Statements(m, artifacts.FirstOrDefault(a => !a.IsManifest && a.Folder == m.Folder)));
    }

    /// <summary>Files that bear their usual names, or any JSON where none does.</summary>
    static IEnumerable<CataloguePart> Candidates(IReadOnlyList<CataloguePart> parts)
    {
        var usual = parts.Where(p => p.Name[(p.Name.LastIndexOf('/') + 1)..] is "manifest.json" or "catalog.json").ToList();
        return usual.Count > 0 ? usual
            : parts.Count == 1 ? parts
            : parts.Where(p => p.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase));
    }

    static IEnumerable<CatalogueStatement> Statements(DbtArtifact manifest, DbtArtifact? catalog)
    {
        var graph = DbtGraph.Of(manifest);
        var lost = new List<CatalogueStatement>();
        var measured = catalog is null ? [] : DbtCatalog.Read(catalog.Part, lost);
        foreach (var untaken in lost) yield return untaken;
        foreach (var found in JsonFile.Read(manifest.Part, DbtGraph.Nodes))
        {
            if (found.Rejected is { } rejected) yield return rejected;
            else if (found.Name is { } id && graph.Named(id) is { } named)
            {
                yield return DbtNode.Asset(found, named, graph, measured.GetValueOrDefault(id));
                foreach (var edge in Edges(found, named, graph)) yield return edge;
            }
        }
    }

    static IEnumerable<CatalogueStatement> Edges(JsonFound found, NamedAsset named, DbtGraph graph)
    {
        foreach (var parent in graph.Parents(DbtNode.Parents(found.Element)))
            if (graph.Named(parent) is not { } from)
                yield return new RejectedStatement(found.Place, $"It depends on “{parent}”, which the manifest does not describe.");
            else if (from.Key != named.Key) yield return new StatedEdge(found.Place, from.Key, named.Key);
    }
}
