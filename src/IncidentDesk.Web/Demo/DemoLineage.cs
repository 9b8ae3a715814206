using System.Globalization;
using System.Text;

namespace IncidentDesk.Web.Demo;

/// <summary>
/// What became of the 45,000 tables: cleaned daily, joined into features, trained into models, shown on dashboards, and handed to a
/// vendor whom no catalogue describes. More than 100,000 edges, as a catalogue would export them.
/// </summary>
internal static class DemoLineage
{
    const int Cleaned = 30_000, Features = 6_000, Runs = 900, Models = 180, Dashboards = 400, Vendors = 12, Archived = 300;
    static readonly string[] Teams = ["assistant-data", "model-training", "people-analytics", "search-quality", "trust-and-safety"];

    public static Stream Csv()
    {
        var csv = new StringBuilder("key,kind,container,owner,labels,people_data,upstreams\n");
        for (var i = 0; i < Cleaned; i++)
            Row(csv, $"hive://warehouse/clean_{i % 6:00}.daily_{i:00000}", "table", $"clean_{i % 6:00}",
                "workforce-capture", "people-data", "yes", Table(i), Table(i + 7_919));
        for (var i = 0; i < Features; i++)
            Row(csv, Feature(i), "feature-table", $"features_{i % 8}", Teams[i % Teams.Length], i % 3 == 0 ? "people-data" : "",
                i % 3 == 0 ? "yes" : "unknown", [.. Enumerable.Range(0, 6).Select(n => Clean((i * 5) + (n * 4_001)))]);
        for (var i = 0; i < Runs; i++)
            Row(csv, $"airflow://training/run_{i:000}", "pipeline", "training", "model-training",
                "", "unknown", [.. Enumerable.Range(0, 6).Select(n => Feature((i * 6) + n))]);
        for (var i = 0; i < Models; i++)
            Row(csv, Model(i), "model", $"registry_{i % 4}", Teams[i % Teams.Length], "", "no", [
                .. Enumerable.Range(0, 5).Select(n => $"airflow://training/run_{(i * 5) + n:000}"),
                .. i % 15 > 4 ? (string[])[Model(i - 5)] : []
            ]);
        for (var i = 0; i < Dashboards; i++)
            Row(csv, $"looker://insight/team_{i % 40:00}.board_{i:000}", "dashboard", $"team_{i % 40:00}",
                Teams[i % Teams.Length], "", i % 5 == 0 ? "yes" : "unknown", Feature(i * 15), Model(i % Models));
        return new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString()));
    }

    /// <summary>Exports to vendors, from a source that nobody imported for months; the vendors themselves are names and no more.</summary>
    public static Stream Old()
    {
        var csv = new StringBuilder("key,kind,container,owner,labels,people_data,upstreams\n");
        for (var i = 0; i < Archived; i++)
        {
            Row(csv, $"s3://archive/captures/month_{i:000}", "file-set", "captures", "", "people-data", "yes", Table(i * 131));
            if (i < Vendors)
                Row(csv, $"sftp://outbound/vendor_{i:00}/drop", "file-set", "outbound",
                    "partner-integration", "", "unknown", $"s3://archive/captures/month_{i:000}");
        }
        for (var i = 0; i < Vendors; i++)
            Row(csv, $"vendor://annotation-{i:00}/inbox", "stub", "annotation", "", "", "unknown", $"sftp://outbound/vendor_{i:00}/drop");
        for (var i = 0; i < Vendors; i++)
            Row(csv, $"looker://insight/vendor.quality_{i:00}", "dashboard",
                "vendor", "", "", "unknown", $"vendor://annotation-{i:00}/inbox");
        return new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString()));
    }

    static string Table(int i) => DemoCatalogue.Key(i % DemoCatalogue.Tables);

    static string Clean(int i) =>
        string.Create(CultureInfo.InvariantCulture, $"hive://warehouse/clean_{i % Cleaned % 6:00}.daily_{i % Cleaned:00000}");

    static string Feature(int i) =>
        string.Create(CultureInfo.InvariantCulture, $"hive://warehouse/features_{i % Features % 8}.f_{i % Features:0000}");

    static string Model(int i) => string.Create(CultureInfo.InvariantCulture, $"mlflow://registry/registry_{i % 4}.model_{i:000}");

    static void Row(StringBuilder csv, FormattableString key, string kind, FormattableString container,
        string owner, string labels, string people, params string[] upstreams) =>
        Row(csv, key.ToString(CultureInfo.InvariantCulture), kind,
            container.ToString(CultureInfo.InvariantCulture), owner, labels, people, upstreams);

    static void Row(StringBuilder csv, string key, string kind, string container,
        string owner, string labels, string people, params string[] upstreams) =>
        csv.AppendJoin(',', key, kind, container, owner, labels, people, string.Join(';', upstreams)).Append('\n');
}
