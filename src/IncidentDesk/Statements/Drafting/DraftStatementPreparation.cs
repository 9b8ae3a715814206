using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Statements.Drafting;

/// <summary>Fills the template in outside the one writer: it is a program that others wrote, for which everybody would wait.</summary>
internal sealed class DraftStatementPreparation(DeskDb db, StatementTemplates templates, TimeProvider clock) : IPreparation<DraftStatement>
{
    public async Task Prepare(DraftStatement c, CancellationToken ct)
    {
        if (c.Text.OrNull() is not null) return;
        // What the caller cannot see is refused by the handler.
        if (await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Number == c.Incident, ct) is not { } incident) return;
        var pauses = await PauseQueries.Of(db, incident.Number, Moment.Now(clock), ct);
        var holdings = await Holdings.Of(db, incident, ct);
        c.Rendered = templates.Render(c.Audience, StatementModel.Of(incident, pauses, holdings, clock.GetUtcNow()));
    }
}
