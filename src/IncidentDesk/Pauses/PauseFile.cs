using IncidentDesk.Incidents.Events;
using IncidentDesk.People;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses;

/// <summary>A command about one pause; the key comes from the address, never from the body.</summary>
public interface IPauseCommand
{
    string Key { get; set; }
}

/// <summary>Finding the pause a command is about, as its caller may see it.</summary>
internal static class PauseFile
{
    /// <summary>Who may work on pauses: each of these roles may take each step, and two people are needed to resume.</summary>
    public const Roles MayPause = Roles.Responder | Roles.Privacy | Roles.Leadership;

    /// <summary>The same with those who may do everything.</summary>
    public const Roles MayPauseOrRule = MayPause | Roles.Administrator;

    /// <summary>For queries; <see cref="Pause.IsInForce"/> says the same of one.</summary>
    public static readonly PauseState[] InForce = [PauseState.Ordered, PauseState.Verified, PauseState.ResumeApproved];

    /// <summary>Loads, decides, appends to the stream the pause lives in.</summary>
    public static Task<Outcome<Position>> DecidePause(
        this DeskDb db, Recorder recorder, string key, Func<Pause, Outcome<Fact>> decision, CancellationToken ct) =>
        db.DecidePause(recorder, key, pause => Task.FromResult(decision(pause)), ct);

    /// <summary>The same for a decision that has to look something up.</summary>
    public static async Task<Outcome<Position>> DecidePause(
        this DeskDb db, Recorder recorder, string key, Func<Pause, Task<Outcome<Fact>>> decision, CancellationToken ct)
    {
        var pause = await db.Pauses.SingleOrDefaultAsync(p => p.Key == key, ct);
        if (pause is null) return new Refusal.NotFound($"pause {key}");
        var decided = await decision(pause);
        if (!decided.Done) return decided.Refusal;
        var appended = await recorder.Append(Streams.Pause(key, pause.Incident), ct, decided.Value);
        return appended.Refusal is { } refusal ? refusal : new Position(appended.Value);
    }

    /// <summary>Somebody who signs for a pause; null when nobody active stands behind it.</summary>
    public static async Task<Signatory?> Signatory(this DeskDb db, Pause pause, Guid id, CancellationToken ct) =>
        await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.Active, ct) is not { } person ? null
            : new(id, LoginIdentity.Of(person.Email), (person.Roles & MayPauseOrRule) != 0,
                await db.LetInSince(id, await db.OrderedHere(pause, ct), ct));

    /// <summary>When it was ordered, or came to this desk with its incident: by when whoever ends it must have been here.</summary>
    static async Task<DateTimeOffset> OrderedHere(this DeskDb db, Pause pause, CancellationToken ct)
    {
        if (pause.History.FirstOrDefault(step => step.State is not PauseState.Proposed) is not { } ordered) return pause.ProposedAt;
        var (stream, imported) = (Streams.Pause(pause.Key, pause.Incident), EventNames.Of<IncidentImported>());
        return await db.Entries.Where(e => e.Stream == stream && (e.Position == ordered.Position || e.Kind == imported))
            .OrderByDescending(e => e.Position).Select(e => e.RecordedAt).FirstAsync(ct);
    }
}
