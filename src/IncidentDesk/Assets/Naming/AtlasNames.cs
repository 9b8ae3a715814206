namespace IncidentDesk.Assets.Naming;

/// <summary>Qualified names of Apache Atlas: <c>sales.orders@cluster</c>.</summary>
public static class AtlasNames
{
    /// <param name="type">As Atlas calls it: <c>hive_table</c>, <c>kafka_topic</c>, <c>hdfs_path</c>. Its
    /// first word is the platform.</param>
    public static NamedAsset? Of(string type, string qualifiedName)
    {
        var name = qualifiedName.Trim();
        var at = name.LastIndexOf('@');
        var (thing, cluster) = at > 0 ? (name[..at], name[(at + 1)..]) : (name, null);
        if (thing.Length == 0) return null;
        // Processes end in "@cluster:1700000000000"; the time belongs to the name.
        if (cluster?.IndexOf(':') is >= 0 and var colon) (thing, cluster) = (thing + cluster[colon..], cluster[..colon]);
        var names = new List<AssetName> { new(NameScheme.Atlas, name) };
        if (Locations.Of(thing) is { } lies) return new(lies.Value, [.. names, lies]);
        return new(CanonicalKey.Of(PlatformOf(type), cluster, thing), names);
    }

    static string PlatformOf(string type)
    {
        var word = type.Split('_')[0];
        return word is "aws" && type.Contains("s3", StringComparison.Ordinal) ? "s3" : word;
    }
}
