namespace IncidentDesk.Assets.Naming;

/// <summary>Relations as dbt writes them. It knows the kind of the database but not which one, so keys have no instance.</summary>
public static class DbtNames
{
    /// <param name="adapter"><c>metadata.adapter_type</c>: <c>postgres</c>, <c>bigquery</c>.</param>
    /// <param name="relation">As dbt quotes it: <c>"dev"."public"."orders"</c>.</param>
    public static NamedAsset Relation(string? adapter, string relation, string uniqueId) =>
        new(CanonicalKey.Of(Adapter(adapter), null, relation), [new(NameScheme.Dbt, uniqueId)]);

    /// <summary>Of a node without a relation name, as older manifests write it. dbt quotes every part, only not on Snowflake.</summary>
    public static NamedAsset Of(string? adapter, string? database, string? schema, string name, string uniqueId)
    {
        var parts = new[] { database.OrNull(), schema.OrNull(), name }.OfType<string>();
        return Relation(adapter, Platform.Word(Adapter(adapter)) == "snowflake" ? QualifiedName.Of(parts)
            : string.Join('.', parts.Select(QualifiedName.Quoted)), uniqueId);
    }

    /// <summary>Something of dbt's own that stands in no database: an exposure.</summary>
    public static NamedAsset Own(string uniqueId) => new(CanonicalKey.Of("dbt", null, uniqueId), [new(NameScheme.Dbt, uniqueId)]);

    static string Adapter(string? adapter) => adapter.OrNull() ?? "dbt";
}
