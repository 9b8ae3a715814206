using IncidentDesk.Incidents;
using IncidentDesk.Pauses;
using IncidentDesk.Record;
using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.Components;

namespace IncidentDesk.Web.Incidents;

/// <summary>
/// One incident as one request shows it: <see cref="IncidentFrame"/> and the page inside show what was read here, at one moment and
/// of one state of the record, so that they never differ by an entry.
/// </summary>
internal sealed class IncidentReading(Visitor visitor, LookingBack back, NavigationManager navigation)
{
    public Moment Moment => back.Moment;

    /// <summary>Whether something can be written: nobody writes into the past.</summary>
    public bool IsNow => back.IsNow;

    /// <summary>Null until it was read, and where nothing is shown.</summary>
    public Incident? Incident { get; private set; }

    /// <summary>What it paused and was seen running; for now only.</summary>
    public IReadOnlyList<Pause> Running { get; private set; } = [];

    /// <summary>For a page that shows nothing but what the incident itself holds.</summary>
    public Task Open(int number) => Open(number, (_, _, _) => Task.CompletedTask);

    /// <summary>Reads the incident and what the body of the page needs; answers with 404 where the reader sees none.</summary>
    public async Task Open(int number, Func<DeskDb, Caller, Incident, Task> body)
    {
        if (!back.Shows()) return;
        var found = await visitor.ReadAtOnce(async (db, caller) =>
        {
            if ((await IncidentQueries.At(db, number, Moment)).Value is not { } incident) return null;
            Running = Moment.IsNow ? await PauseQueries.SeenRunning(db, number) : [];
            await body(db, caller, incident);
            return incident;
        });
        if (found is null) navigation.NotFound();
        Incident = found;
    }
}
