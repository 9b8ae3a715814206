namespace IncidentDesk.Assets.Naming;

/// <summary>Where the bytes of a table lie. The same spelling as the key of a dataset that is named by its path, so the two meet.</summary>
public static class Locations
{
    /// <summary>Null for what is no address of files: a view has none, and some catalogues write a comment there.</summary>
    public static AssetName? Of(string? address)
    {
        if (address.OrNull() is not { } text) return null;
        // Hadoop writes a path on its default file system with one slash.
        if (text.StartsWith("file:/", StringComparison.OrdinalIgnoreCase)
            && !text.StartsWith("file://", StringComparison.OrdinalIgnoreCase))
            text = "file://" + text["file:".Length..];
        var key = CanonicalKey.Folded(text);
        return Lies(key) ? new AssetName(NameScheme.Location, key) : null;
    }

    /// <summary>A whole bucket or a root folder is nobody's location alone.</summary>
    internal static bool Lies(string key) =>
        CanonicalKey.Parse(key) is { Environment: null } parts
        && parts.Platform is "s3" or "gs" or "abfss" or "wasbs" or "hdfs" or "dbfs" or "file" or "viewfs" or "adl"
        && parts.Name.Length > 0 && (parts.Instance.Length > 0 || parts.Platform is "hdfs" or "file" or "dbfs" or "viewfs");
}
