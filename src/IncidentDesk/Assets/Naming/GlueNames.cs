namespace IncidentDesk.Assets.Naming;

/// <summary>Tables of the AWS Glue catalogue: an ARN names account and region, a list of tables only the account.</summary>
public static class GlueNames
{
    public static NamedAsset Of(string? account, string? region, string database, string table)
    {
        var key = CanonicalKey.Of("glue", Instance(account, region),
            QualifiedName.Of(database.ToLowerInvariant(), table.ToLowerInvariant()));
        var names = new List<AssetName>();
        if (account.OrNull() is { } id)
            names.Add(new(NameScheme.Glue, region.OrNull() is { } at ? Arn(at, id, database, table) : $"{id}/{database}/{table}"));
        return new(key, names);
    }

    /// <summary>Of <c>arn:aws:glue:eu-west-1:123456789012:table/sales/orders</c>; null when it is no table.</summary>
    public static NamedAsset? OfArn(string arn)
    {
        var parts = arn.Split(':', 6);
        if (parts.Length < 6 || !parts[2].Equals("glue", StringComparison.OrdinalIgnoreCase)) return null;
        return parts[5].Split('/', 3) is ["table", { Length: > 0 } database, { Length: > 0 } table]
            ? Of(parts[4], parts[3], database, table)
            : null;
    }

    static string? Instance(string? account, string? region) => region.OrNull() is { } at ? $"{account}.{at}" : account;

    static string Arn(string region, string account, string database, string table) =>
        $"arn:aws:glue:{region}:{account}:table/{database}/{table}";
}
