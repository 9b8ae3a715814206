using System.Linq.Expressions;

namespace IncidentDesk.Record;

/// <summary>
/// Which rows of a room's tables their reader may see. The filters are on every query, so that forgetting one is not possible; each room
/// says them beside its tables.
/// </summary>
internal interface IHides
{
    /// <param name="db">Stands for the context of each query: EF Core puts that one in its place.</param>
    IEnumerable<LambdaExpression> Filters(DeskDb db);

    /// <summary>Gives a lambda its type.</summary>
    static LambdaExpression Seen<T>(Expression<Func<T, bool>> filter) => filter;
}
