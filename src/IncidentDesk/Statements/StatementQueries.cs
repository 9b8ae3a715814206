using IncidentDesk.Record;

namespace IncidentDesk.Statements;

public static class StatementQueries
{
    /// <summary>The statements of one incident in the order in which they were begun.</summary>
    public static async Task<IReadOnlyList<Statement>> Of(DeskDb db, int incident, Moment moment, CancellationToken ct = default)
    {
        var statements = await (await StatementView.It.At(db, moment, s => s.Incident == incident, ct)).Read(ct);
        return [.. statements.OrderBy(s => s.Id.Length).ThenBy(s => s.Id, StringComparer.Ordinal)];
    }

    /// <summary>One of them; null where there is none, or was none then.</summary>
    public static async Task<Statement?> At(DeskDb db, int incident, string id, Moment moment, CancellationToken ct = default) =>
        (await (await StatementView.It.At(db, moment, s => s.Incident == incident && s.Id == id, ct)).Read(ct)).SingleOrDefault();
}
