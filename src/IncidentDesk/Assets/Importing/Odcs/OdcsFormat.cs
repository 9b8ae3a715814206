using System.Text.Json;
using IncidentDesk.Assets.Importing.JsonStreams;

namespace IncidentDesk.Assets.Importing.Odcs;

/// <summary>
/// Data contracts after the Open Data Contract Standard 3
/// (https://bitol-io.github.io/open-data-contract-standard), one or several.
/// </summary>
public sealed class OdcsFormat : ICatalogueFormat
{
    public sealed record NoContract(string File)
        : Refusal.Unreadable($"Nothing was imported. {File} contains no data contract of version 3: "
            + "neither kind DataContract nor apiVersion v3. Check that it is the right file.");

    public string Code => "odcs";

    public string Words => "Open Data Contract Standard 3 (YAML)";

    public IEnumerable<CatalogueStatement> Read(CatalogueFile file)
    {
        var contracts = 0;
        foreach (var part in file.Parts.Where(p => file.Parts.Count == 1 || IsYaml(p.Name)))
            foreach (var (line, root) in YamlDocuments.Read(part))
            {
                var place = line <= 1 ? "$" : $"line {line}: $";
                if (!IsContract(root))
                    yield return new RejectedStatement(place,
                        "It is not a data contract of version 3; it lacks kind DataContract or apiVersion v3.");
                else
                {
                    contracts++;
                    foreach (var statement in OdcsContract.Statements(place, root)) yield return statement;
                }
            }
        if (contracts == 0) throw new UnreadableException(new NoContract(file.Name));
    }

    static bool IsContract(JsonElement root) => root.Text("kind") == "DataContract"
        && root.Text("apiVersion") is { } version && version.TrimStart('v').StartsWith("3.", StringComparison.Ordinal);

    static bool IsYaml(string name) =>
        name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
