namespace IncidentDesk.Assets.Naming;

/// <summary>Keys of Amundsen: <c>hive://gold.sales/orders</c>, that is database, cluster, schema and table.</summary>
public static class AmundsenNames
{
    /// <summary>Null for what is no such key.</summary>
    public static NamedAsset? Of(string key)
    {
        key = key.Trim();
        var scheme = key.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 1) return null;
        var rest = key[(scheme + 3)..];
        var slash = rest.IndexOf('/');
        var dot = slash < 0 ? -1 : rest.LastIndexOf('.', slash);
        if (dot < 1 || dot == slash - 1 || slash == rest.Length - 1) return null;
        return Of(key[..scheme], rest[..dot], rest[(dot + 1)..slash], rest[(slash + 1)..]);
    }

    public static NamedAsset Of(string database, string cluster, string schema, string table) =>
        new(CanonicalKey.Of(database, cluster, QualifiedName.Of(schema, table)),
            [new(NameScheme.Amundsen, $"{database}://{cluster}.{schema}/{table}")]);
}
