using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Numbering;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests;

/// <summary>1, 2, 3: most tests name the incidents they declare, private ones too. How a desk does it is in Incidents/Numbering.</summary>
internal sealed class ConsecutiveNumbers : IncidentNumbers
{
    public override async Task<int> Next(DeskDb db, Visibility visibility, CancellationToken ct) =>
        (await db.Incidents.IgnoreQueryFilters().MaxAsync(i => (int?)i.Number, ct) ?? 0) + 1;
}
