using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People;

/// <summary>Finding the person a command is about.</summary>
internal static class PeopleFile
{
    public static Refusal.NotFound Missing() => new("such person");

    /// <summary>Loads, decides, appends.</summary>
    public static async Task<Outcome<Position>> Decide(
        this DeskDb db, Recorder recorder, Guid id, Func<Person, Outcome<Fact>> decision, CancellationToken ct)
    {
        if (await db.People.FirstOrDefaultAsync(p => p.Id == id, ct) is not { } person) return Missing();
        return await recorder.Record(decision(person), ct);
    }

    /// <summary>Appends what was decided to the desk's people, or hands on the refusal.</summary>
    public static async Task<Outcome<Position>> Record(this Recorder recorder, Outcome<Fact> decided, CancellationToken ct)
    {
        if (!decided.Done) return decided.Refusal;
        var appended = await recorder.Append(Streams.People, ct, decided.Value);
        return appended.Done ? new Position(appended.Value) : appended.Refusal;
    }
}
