using System.Globalization;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Numbering;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;

namespace IncidentDesk.Tests;

/// <summary>1, 2, 3: most tests name the incidents they declare, private ones too. How a desk numbers them is in NumberTests.</summary>
internal sealed class ConsecutiveNumbers : IncidentNumbers
{
    public override async Task<int> Next(DeskDb db, Visibility visibility, CancellationToken ct) =>
        Convert.ToInt32(await db.Command("SELECT coalesce(max(Number), 0) + 1 FROM Incidents").ExecuteScalarAsync(ct),
            CultureInfo.InvariantCulture);
}
