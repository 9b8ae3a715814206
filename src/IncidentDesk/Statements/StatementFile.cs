using IncidentDesk.Incidents;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Statements;

/// <summary>Finding the statement a command is about.</summary>
internal static class StatementFile
{
    /// <summary>Who words what is said; publishing is for fewer.</summary>
    public const Roles MayWrite = Roles.Comms | Roles.Privacy | Roles.Leadership;

    /// <summary>Loads incident and statement, decides, appends.</summary>
    public static async Task<Outcome<Position>> DecideStatement(
        this DeskDb db, Recorder recorder, (int Incident, string Id) which, Accepts accepts,
        Func<Incident, Statement, Outcome<Fact>> decision, CancellationToken ct)
    {
        var statement = await db.Statements.SingleOrDefaultAsync(s => s.Incident == which.Incident && s.Id == which.Id, ct);
        return await db.Decide(recorder, which.Incident, accepts, incident => statement is null
            ? new Refusal.NotFound($"statement {which.Id} of {incident.Name}") : decision(incident, statement), ct);
    }

    /// <summary>Browsers send line ends as CR LF; a text does not differ from its version by those.</summary>
    public static string? Lines(this string? text) => text?.ReplaceLineEndings("\n");
}
