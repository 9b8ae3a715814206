using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents;

/// <summary>Finding the incident a command is about, as its caller may see it.</summary>
public static class IncidentFile
{
    static readonly Func<DeskDb, int, IAsyncEnumerable<Incident>> Visible =
        EF.CompileAsyncQuery((DeskDb db, int number) => db.Set<Incident>().Where(i => i.Number == number));

    /// <summary>The incident, or the one refusal that both a missing and a hidden number get.</summary>
    internal static async Task<Outcome<Incident>> Incident(this DeskDb db, int number, CancellationToken ct)
    {
        await foreach (var incident in Visible(db, number).WithCancellation(ct)) return incident;
        return Missing(number);
    }

    public static Refusal.NotFound Missing(int number) => new($"incident {Incidents.Incident.NameOf(number)}");

    public static Refusal.NotFound Missing(int number, Moment moment) => new($"incident {Incidents.Incident.NameOf(number)}{moment.Said}");

    /// <summary>Loads, decides, appends: the shape of nearly every command about an incident that can be worked on.</summary>
    internal static Task<Outcome<Position>> Decide(
        this DeskDb db, Recorder recorder, int number, Func<Incident, Outcome<Fact>> decision, CancellationToken ct) =>
        db.Decide(recorder, number, Accepts.Workable, decision, ct);

    /// <summary>The same for what a closed or merged incident takes, too.</summary>
    internal static async Task<Outcome<Position>> Decide(
        this DeskDb db, Recorder recorder, int number, Accepts accepts, Func<Incident, Outcome<Fact>> decision, CancellationToken ct)
    {
        var incident = await db.Incident(number, ct);
        if (!incident.Done) return incident.Refusal;
        if (incident.Value.MustAccept(accepts) is { } refused) return refused;
        var decided = decision(incident.Value);
        if (!decided.Done) return decided.Refusal;
        var appended = await recorder.Append(Streams.Incident(number), ct, decided.Value);
        return appended.Refusal is { } refusal ? refusal : new Position(appended.Value);
    }
}
