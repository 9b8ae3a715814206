using IncidentDesk.Assets.Importing.JsonStreams;

namespace IncidentDesk.Assets.Importing.Dbt;

/// <summary>One of dbt's files, known by the schema that its metadata names.</summary>
/// <param name="Adapter">The kind of the database, <c>postgres</c>; null in the catalog.</param>
internal sealed record DbtArtifact(CataloguePart Part, bool IsManifest, string? Adapter)
{
    public string Folder => Part.Name.LastIndexOf('/') is > 0 and var slash ? Part.Name[..slash] : "";

    /// <summary>Null for other files: a zip of <c>target/</c> is full of them.</summary>
    public static DbtArtifact? Of(CataloguePart part)
    {
        foreach (var found in JsonFile.Read(part, "$.metadata"))
            if (found.Rejected is null && found.Element.Text("dbt_schema_version") is { } schema)
                return schema.Contains("/manifest/", StringComparison.Ordinal) ? new(part, true, found.Element.Text("adapter_type"))
                    : schema.Contains("/catalog/", StringComparison.Ordinal) ? new(part, false, null) : null;
        return null;
    }
}
