using System.Linq.Expressions;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Pauses.Sighting;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses;

/// <summary>The tables of pauses, of who asked about them and of who saw them running.</summary>
public static class PauseTables
{
    extension(DeskDb db)
    {
        public DbSet<Pause> Pauses => db.Set<Pause>();
        public DbSet<PauseSighting> PauseSightings => db.Set<PauseSighting>();
    }
}

internal sealed class PauseFilters : IHides
{
    public IEnumerable<LambdaExpression> Filters(DeskDb db) =>
    [
        IHides.Seen<Pause>(p => db.SeesAll || p.Incident == null || db.Set<Incident>().Any(i => i.Number == p.Incident)),
        IHides.Seen<PauseAsk>(a => db.SeesAll || db.Set<Pause>().Any(p => p.Key == a.PauseKey)),
        IHides.Seen<PauseSighting>(s => db.SeesAll || db.Set<Pause>().Any(p => p.Key == s.PauseKey)),
    ];
}
