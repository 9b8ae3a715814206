namespace IncidentDesk.Assets.Naming;

/// <summary>What a DataHub name says of the asset it names.</summary>
public static class DataHubNames
{
    /// <param name="urn">A whole name <c>urn:li:…</c>.</param>
    /// <param name="instance">Of the platform, if an aspect says it; the dataset's name then begins with it.</param>
    /// <returns>Null for people, tags, domains and whatever else holds no data.</returns>
    public static NamedAsset? Of(string urn, string? instance = null)
    {
        if (DataHubUrn.Parse(urn) is not { } parsed) return null;
        instance = instance is null ? null : Last(instance);
        var (platform, name, environment) = Parts(parsed);
        if (platform is null || name is null) return null;
        if (instance.OrNull() is { } at && name.StartsWith(at + ".", StringComparison.OrdinalIgnoreCase)) name = name[(at.Length + 1)..];
        return new(CanonicalKey.Of(platform, instance, name, environment), [new(NameScheme.DataHub, urn.Trim())], Spelled(environment));
    }

    static (string? Platform, string? Name, string? Environment) Parts(DataHubUrn urn) => (urn.Type, urn.Parts) switch
    {
        ("dataset", [var platform, var name, var environment]) => (Last(platform), Decoded(name), environment),
        // A name with commas that nobody escaped.
        ("dataset", { Count: > 3 } parts) => (Last(parts[0]), Decoded(string.Join(',', parts.Skip(1).SkipLast(1))), parts[^1]),
        ("dataFlow", [var tool, var flow, var cluster]) => (tool, flow, cluster),
        ("dataJob", [var flow, var job]) when DataHubUrn.Parse(flow) is { Type: "dataFlow", Parts: [var tool, var id, var cluster] } =>
            (tool, $"{id}.{job}", cluster),
        ("chart", [var tool, var id]) => (tool, $"chart.{id}", null),
        ("dashboard", [var tool, var id]) => (tool, $"dashboard.{id}", null),
        ("notebook", [var tool, var id]) => (tool, $"notebook.{id}", null),
        ("mlModel", [var platform, var name, var environment]) => (Last(platform), $"model.{name}", environment),
        ("mlModelGroup", [var platform, var name, var environment]) => (Last(platform), $"model-group.{name}", environment),
        ("mlModelDeployment", [var platform, var name, var environment]) => (Last(platform), $"deployment.{name}", environment),
        ("mlFeatureTable", [var platform, var name]) => (Last(platform), $"feature-table.{name}", null),
        ("mlFeature", [var table, var name]) => ("datahub", $"feature.{table}.{name}", null),
        ("mlPrimaryKey", [var table, var name]) => ("datahub", $"feature-key.{table}.{name}", null),
        ("container", [var id]) => ("datahub", $"container.{id}", null),
        ("application", [var id]) => ("datahub", $"application.{id}", null),
        ("dataProduct", [var id]) => ("datahub", $"data-product.{id}", null),
        _ => default,
    };

    /// <summary>Newer exports escape what is reserved in names.</summary>
    static string Decoded(string name) => !name.Contains('%') ? name
        : name.Replace("%2C", ",", StringComparison.OrdinalIgnoreCase)
            .Replace("%28", "(", StringComparison.Ordinal).Replace("%29", ")", StringComparison.Ordinal);

    /// <summary>Of an instance, which is itself a name of two parts: the platform and the instance.</summary>
    static string Last(string urn) => DataHubUrn.Parse(urn) is { Parts: [.., var last] } ? last : urn.Trim();

    static string? Spelled(string? environment) => environment.OrNull()?.ToLowerInvariant();
}
