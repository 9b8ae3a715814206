using IncidentDesk.Statements;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Statements;

/// <summary>Statements over HTTP.</summary>
internal static class StatementEndpoints
{
    public static void MapStatements(this WebApplication app)
    {
        var statements = app.MapGroup("/api/incidents/{incident:int}/statements").WithTags("Statements");
        statements.MapGet("",
            (int incident, HttpContext http) => http.Part(incident, (db, moment) => StatementQueries.Of(db, incident, moment)))
            .WithQuery("asKnownAt").WithSummary("List the statements of an incident with their versions and publications")
            .Produces<Page<Statement>>();
    }
}
