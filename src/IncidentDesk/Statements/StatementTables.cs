using System.Linq.Expressions;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Statements;

/// <summary>The table of statements.</summary>
public static class StatementTables
{
    extension(DeskDb db)
    {
        public DbSet<Statement> Statements => db.Set<Statement>();
    }
}

internal sealed class StatementFilters : IHides
{
    public IEnumerable<LambdaExpression> Filters(DeskDb db) =>
    [
        IHides.Seen<Statement>(s => db.SeesAll || db.Set<Incident>().Any(i => i.Number == s.Incident)),
    ];
}
