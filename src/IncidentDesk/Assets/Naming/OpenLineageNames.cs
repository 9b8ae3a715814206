namespace IncidentDesk.Assets.Naming;

/// <summary>Names of datasets and jobs as https://openlineage.io/docs/spec/naming lays them down.</summary>
public static class OpenLineageNames
{
    /// <summary>Platform of jobs, whatever runs them: a job's namespace is made up by whoever set the client up.</summary>
    public const string Jobs = "job";

    /// <summary>Platform of datasets whose namespace follows no rule.</summary>
    public const string Others = "openlineage";

    public static NamedAsset Dataset(string @namespace, string name)
    {
        var key = Key(@namespace.Trim(), name.Trim());
        var itself = new AssetName(NameScheme.OpenLineage, $"{@namespace.Trim()}|{name.Trim()}");
        return new(key, Location(key) is { } lies ? [itself, lies] : [itself]);
    }

    public static string Job(string @namespace, string name) => CanonicalKey.Of(Jobs, @namespace, name);

    static string Key(string @namespace, string name)
    {
        if (@namespace.StartsWith("arn:aws:glue:", StringComparison.OrdinalIgnoreCase))
            return GlueNames.OfArn($"{@namespace}:{name}")?.Key ?? Other(@namespace, name);
        if (@namespace is "bigquery" or "pubsub" or "file") return CanonicalKey.Of(@namespace, null, name);
        var scheme = @namespace.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 1) return Other(@namespace, name);
        var (platform, rest) = (@namespace[..scheme], @namespace[(scheme + 3)..].TrimEnd('/'));
        // Some namespaces go on behind the host: azurecosmos://host/dbs/sales and colls/orders.
        return rest.IndexOf('/') is >= 0 and var slash
            ? CanonicalKey.Of(platform, rest[..slash], $"{rest[(slash + 1)..]}/{name.TrimStart('/')}")
            : CanonicalKey.Of(platform, rest, name);
    }

    static string Other(string @namespace, string name) => CanonicalKey.Of(Others, @namespace, name);

    static AssetName? Location(string key) => Locations.Lies(key) ? new AssetName(NameScheme.Location, key) : null;
}
