using IncidentDesk.Storage;
using IncidentDesk.Timeline;
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
    public const People.Roles MayPause = People.Roles.Responder | People.Roles.Privacy | People.Roles.Leadership;

    /// <summary>Loads, decides, appends to the stream the pause lives in.</summary>
    public static async Task<Outcome<Position>> DecidePause(
        this DeskDb db, Recorder recorder, string key, Func<Pause, Outcome<Fact>> decision, CancellationToken ct)
    {
        var pause = await db.Pauses.SingleOrDefaultAsync(p => p.Key == key, ct);
        if (pause is null) return new Refusal.NotFound($"pause {key}");
        var decided = decision(pause);
        if (!decided.Done) return decided.Refusal;
        var appended = await recorder.Append(Streams.Pause(key, pause.Incident), ct, decided.Value);
        return appended.Refusal is { } refusal ? refusal : new Position(appended.Value);
    }
}
