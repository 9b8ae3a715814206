using System.Globalization;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;

namespace IncidentDesk.Incidents;

internal static class NextNumbers
{
    /// <summary>The number of the next incident. Private ones count, too: a number is given once.</summary>
    public static async Task<int> NextNumber(this DeskDb db, CancellationToken ct) =>
        Convert.ToInt32(await db.Command("SELECT coalesce(max(Number), 0) + 1 FROM Incidents").ExecuteScalarAsync(ct),
            CultureInfo.InvariantCulture);
}
