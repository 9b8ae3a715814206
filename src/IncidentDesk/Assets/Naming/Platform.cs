namespace IncidentDesk.Assets.Naming;

/// <summary>How names are meant on a platform: whether upper and lower case differ, and whether a name is a path.</summary>
public static class Platform
{
    enum Case { AsIs, Lower, Upper }

    // What one platform is called by several systems. Ours is the word that its addresses use, else the commoner one.
    static readonly Dictionary<string, string> Same = new(StringComparer.Ordinal)
    {
        ["postgresql"] = "postgres", ["s3a"] = "s3", ["s3n"] = "s3", ["gcs"] = "gs", ["abfs"] = "abfss", ["wasb"] = "wasbs", ["abs"] = "abfss",
        ["sqlserver"] = "mssql", ["sql-server"] = "mssql", ["awsathena"] = "athena", ["awsglue"] = "glue", ["unity-catalog"] = "unitycatalog",
        ["databricks"] = "unitycatalog", ["big-query"] = "bigquery", ["cratedb"] = "crate", ["sqlalchemy"] = "sql",
    };

    /// <summary>
    /// Oracle, Snowflake and their like store names without quotes in upper case, Hive and PostgreSQL in lower case; lineage tools
    /// hand on whatever the author of a query typed.
    /// </summary>
    static readonly Dictionary<string, Case> Folding = new(StringComparer.Ordinal)
    {
        ["hive"] = Case.Lower, ["glue"] = Case.Lower, ["athena"] = Case.Lower, ["postgres"] = Case.Lower, ["redshift"] = Case.Lower, ["trino"] = Case.Lower,
        ["presto"] = Case.Lower, ["impala"] = Case.Lower, ["spark"] = Case.Lower, ["unitycatalog"] = Case.Lower, ["crate"] = Case.Lower, ["duckdb"] = Case.Lower,
        ["snowflake"] = Case.Upper, ["oracle"] = Case.Upper, ["db2"] = Case.Upper,
    };

    static readonly HashSet<string> Buckets = new(StringComparer.Ordinal) { "s3", "gs", "abfss", "wasbs" };
    static readonly HashSet<string> Paths = new(Buckets, StringComparer.Ordinal) { "hdfs", "file", "dbfs", "viewfs", "adl", "ftp", "sftp", "http", "https", "kafka", "pubsub", "job", "openlineage", "inmemory" };

    /// <summary>A platform's word as keys begin with it: lower case, one for each.</summary>
    public static string Word(string platform)
    {
        var word = new string([.. platform.Trim().ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.' or '_' ? c : '-')]);
        return word.Length == 0 ? "unknown" : Same.GetValueOrDefault(word, word);
    }

    /// <summary>Names are paths or whole words, where dots and quotes mean nothing.</summary>
    public static bool NamesArePaths(string word) => Paths.Contains(word);

    /// <summary>The first part of a path is the bucket, which stands where others have a host.</summary>
    public static bool HasBuckets(string word) => Buckets.Contains(word);

    /// <summary>A part as it is stored when it is written without quotes.</summary>
    internal static string Folded(string word, string part) => Folding.GetValueOrDefault(word) switch
    {
        Case.Lower => part.ToLowerInvariant(),
        Case.Upper => part.ToUpperInvariant(),
        _ => part,
    };
}
