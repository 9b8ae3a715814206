namespace IncidentDesk.Assets.Naming;

/// <summary>Fully qualified names of OpenMetadata: <c>service.database.schema.table</c>, parts with dots in quotes.</summary>
public static class OpenMetadataNames
{
    /// <summary>Systems that know no database above the schema; OpenMetadata puts the word <c>default</c> there.</summary>
    static readonly HashSet<string> TwoLevels =
        new(StringComparer.Ordinal) { "hive", "mysql", "mariadb", "glue", "athena", "clickhouse", "singlestore", "impala" };

    /// <param name="serviceType">As OpenMetadata calls it: <c>BigQuery</c>, <c>Kafka</c>; null when the file does not say.</param>
    /// <param name="kind">Put before names of what is no table or topic, so that a dashboard and a chart of one name stay two.</param>
    public static NamedAsset? Of(string? serviceType, string fqn, string? kind = null)
    {
        var parts = QualifiedName.Parts(fqn.Trim()).Select(p => p.Text).ToList();
        if (parts.Count < 2 || parts.Any(p => p.Length == 0)) return null;
        var (word, service, rest) = (Platform.Word(serviceType ?? "openmetadata"), parts[0], parts[1..]);
        if (TwoLevels.Contains(word) && rest is ["default", _, _, ..]) rest = rest[1..];
        if (kind is not null) rest.Insert(0, kind);
        return new(CanonicalKey.Of(word, service, Platform.NamesArePaths(word) ? string.Join('.', rest) : Written(rest)),
            [new(NameScheme.OpenMetadata, fqn.Trim())]);
    }

    /// <summary>Its quotes say that a dot belongs to the name and nothing about upper and lower case.</summary>
    static string Written(IReadOnlyList<string> parts) => QualifiedName.Of(parts);
}
