namespace IncidentDesk.Assets.Naming;

/// <summary>How names are meant on a platform: whether upper and lower case differ, and whether a name is a path.</summary>
public static class Platform
{
    enum Case { AsIs, Lower, LowerUnlessQuoted, UpperUnlessQuoted }

    // What one platform is called by several systems. Ours is the word that its addresses use, else the commoner one.
    static readonly Dictionary<string, string> Same = new(StringComparer.Ordinal)
    {
        ["postgresql"] = "postgres", ["s3a"] = "s3", ["s3n"] = "s3",
        ["gcs"] = "gs", ["abfs"] = "abfss", ["wasb"] = "wasbs", ["abs"] = "abfss",
        ["sqlserver"] = "mssql", ["sql-server"] = "mssql", ["awsathena"] = "athena",
        ["awsglue"] = "glue", ["unity-catalog"] = "unitycatalog",
        ["databricks"] = "unitycatalog", ["big-query"] = "bigquery", ["cratedb"] = "crate", ["sqlalchemy"] = "sql",
    };

    /// <summary>
    /// Oracle, Snowflake and their like store names without quotes in upper case, Hive and PostgreSQL in lower case; lineage tools
    /// hand on whatever the author of a query typed. Quotes keep the case in databases of the SQL standard, and nowhere else.
    /// </summary>
    static readonly Dictionary<string, Case> Folding = new(StringComparer.Ordinal)
    {
        ["hive"] = Case.Lower, ["glue"] = Case.Lower, ["athena"] = Case.Lower,
        ["postgres"] = Case.LowerUnlessQuoted, ["redshift"] = Case.Lower, ["trino"] = Case.Lower,
        ["presto"] = Case.Lower, ["impala"] = Case.Lower, ["spark"] = Case.Lower,
        ["unitycatalog"] = Case.Lower, ["crate"] = Case.LowerUnlessQuoted, ["duckdb"] = Case.Lower,
        ["snowflake"] = Case.UpperUnlessQuoted, ["oracle"] = Case.UpperUnlessQuoted, ["db2"] = Case.UpperUnlessQuoted,
    };

    static readonly HashSet<string> Buckets = new(StringComparer.Ordinal) { "s3", "gs", "abfss", "wasbs" };
    static readonly HashSet<string> Paths = new(Buckets, StringComparer.Ordinal)
    {
        "hdfs", "file", "dbfs", "viewfs", "adl", "ftp", "sftp", "http",
        "https", "kafka", "pubsub", "job", "openlineage", "inmemory"
    };

    /// <summary>A platform's word as keys begin with it: lower case, one for each.</summary>
    public static string Word(string platform)
    {
        var word = platform.Trim().ToLowerInvariant().Replace(' ', '-').Replace('/', '-');
        return word.Length == 0 ? "unknown" : Same.GetValueOrDefault(word, word);
    }

    /// <summary>Names are paths or whole words, where dots and quotes mean nothing.</summary>
    public static bool NamesArePaths(string word) => Paths.Contains(word);

    /// <summary>The first part of a path is the bucket, which stands where others have a host.</summary>
    public static bool HasBuckets(string word) => Buckets.Contains(word);

    /// <summary>It is the platform's own word, and a name in lower case is stored as it is written.</summary>
    internal static bool KeepsLowerCase(string word) =>
        !Same.ContainsKey(word) && Folding.GetValueOrDefault(word) != Case.UpperUnlessQuoted;

    /// <summary>A part of a name as it is stored.</summary>
    /// <param name="quoted">It was written in quotes.</param>
    internal static string Folded(string word, string part, bool quoted) => Folding.GetValueOrDefault(word) switch
    {
        Case.Lower => part.ToLowerInvariant(),
        Case.LowerUnlessQuoted when !quoted => part.ToLowerInvariant(),
        Case.UpperUnlessQuoted when !quoted => part.ToUpperInvariant(),
        _ => part,
    };
}
