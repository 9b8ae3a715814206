using IncidentDesk.Record;
using IncidentDesk.Statements;
using IncidentDesk.Statements.Drafting;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Statements;

/// <summary>Statements over HTTP.</summary>
internal static class StatementEndpoints
{
    public static void MapStatements(this WebApplication app)
    {
        var statements = app.MapGroup("/api/incidents/{incident:int}/statements").WithTags("Statements");
        statements.MapCommand<DraftStatement, Drafted>("", "Draft a statement from the template of its audience");
        statements.MapCommand<ReviseStatement, Position>("{statement}/versions", "Write a new version");
        statements.MapCommand<PublishStatement, Position>("{statement}/publications", "Record the exact text that went out");
        statements.MapGet("", (int incident, HttpContext http) => http.Part(incident, (db, then) => StatementQueries.Of(db, incident, then)))
            .WithQuery("asKnownAt").WithSummary("The statements of an incident with their versions and publications").Produces<Page<Statement>>();
    }
}
