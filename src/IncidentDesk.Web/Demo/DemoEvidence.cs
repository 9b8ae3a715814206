using System.Globalization;
using System.Text;

namespace IncidentDesk.Web.Demo;

/// <summary>What was found out about the tables of the story: logs exist for 61 of 90 databases and reach back 14 days of the 17.</summary>
internal static class DemoEvidence
{
    const int WithLogs = 61;

    /// <param name="from">From when on the audit log reaches.</param>
    /// <param name="to">When the access rules were fixed.</param>
    public static Stream Coverage(DateTimeOffset from, DateTimeOffset to) =>
        Csv("key,log,state,from,to,retention", (key, database, _) => database < WithLogs
            ? $"{key},HDFS audit log,complete,{Instants.Write(from)},{Instants.Write(to)},14 days"
            : $"{key},HDFS audit log,none,,,never switched on");

    /// <summary>Where there is a log, it was searched; a few tables were read, of some the log cannot tell who asked.</summary>
    public static Stream Accesses(DateTimeOffset from, DateTimeOffset to) =>
        Csv("key,source,accesses,from,to,evidence,looked_by", (key, database, table) => database >= WithLogs ? null
            : $"{key},HDFS audit log,{Count(table)},{Instants.Write(from)},{Instants.Write(to)},Search "
                + "2026-117 over the audit log,Jonas Weber");

    static string Count(int table) =>
        table % 631 == 7 ? ((table % 5) + 1).ToString(CultureInfo.InvariantCulture) : table % 1_009 == 11 ? "unknown" : "0";

    static MemoryStream Csv(string header, Func<string, int, int, string?> row)
    {
        var csv = new StringBuilder(header).Append('\n');
        var table = 0;
        foreach (var (key, database) in DemoCatalogue.Keys)
            if (row(key, database, table++) is { } line) csv.Append(line).Append('\n');
        return new(Encoding.UTF8.GetBytes(csv.ToString()));
    }
}
