using System.Linq.Expressions;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Reviews;

/// <summary>The tables of the register of reviews.</summary>
public static class ReviewTables
{
    extension(DeskDb db)
    {
        public DbSet<ReviewSubject> ReviewSubjects => db.Set<ReviewSubject>();
        public DbSet<ReviewSearch> ReviewSearches => db.Set<ReviewSearch>();
    }
}

internal sealed class ReviewFilters : IHides
{
    public IEnumerable<LambdaExpression> Filters(DeskDb db) =>
    [
        IHides.Seen<ReviewSearch>(s => db.SeesAll || s.Incident == null || db.Set<Incident>().Any(i => i.Number == s.Incident)),
    ];
}
