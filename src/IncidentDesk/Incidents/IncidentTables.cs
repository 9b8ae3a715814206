using System.Linq.Expressions;
using IncidentDesk.Due;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents;

/// <summary>The tables of incidents. Every entry of an incident is hidden where the incident is.</summary>
public static class IncidentTables
{
    extension(DeskDb db)
    {
        public DbSet<Incident> Incidents => db.Set<Incident>();
        public DbSet<Participation> Participations => db.Set<Participation>();
        public DbSet<Correction> Corrections => db.Set<Correction>();
    }
}

internal sealed class IncidentFilters : IHides
{
    public IEnumerable<LambdaExpression> Filters(DeskDb db) =>
    [
        IHides.Seen<Incident>(i => db.SeesAll || i.Visibility == Visibility.Open
            || db.Set<Participation>().Any(p => p.Incident == i.Number && p.Person == db.Caller.Id)),
        IHides.Seen<Participation>(p => db.SeesAll || p.Person == db.Caller.Id),
        IHides.Seen<Correction>(c => db.SeesAll || db.Set<Incident>().Any(i => i.Number == c.Incident)),
        IHides.Seen<DueItem>(d => db.SeesAll || d.Incident == null || db.Set<Incident>().Any(i => i.Number == d.Incident)),
        IHides.Seen<SecurityEvent>(s => db.SeesAll || s.Incident == null || db.Set<Incident>().Any(i => i.Number == s.Incident)),
        IHides.Seen<Entry>(e => db.SeesAll || e.Incident == null || db.Set<Incident>().Any(i => i.Number == e.Incident)),
    ];
}
