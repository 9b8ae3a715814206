using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Reviews;

/// <summary>A command about one subject of the register; the key comes from the address, never from the body.</summary>
public interface ISubjectCommand
{
    string Key { get; set; }
}

/// <summary>Finding the subject a command is about.</summary>
internal static class ReviewFile
{
    /// <summary>Who may put something into the register: whoever looks into an incident finds documents, or finds none.</summary>
    public const Roles MayRecord = Roles.Responder | Roles.Privacy;

    /// <summary>Who may say that a condition is met or that a review counts no more: a pause may hang on it.</summary>
    public const Roles MayJudge = Roles.Privacy;

    public static async Task<Outcome<ReviewSubject>> Subject(this DeskDb db, string key, CancellationToken ct) =>
        await db.ReviewSubjects.SingleOrDefaultAsync(s => s.Key == key, ct) is { } subject ? subject : NotThere(key);

    /// <summary>Loads, decides, appends to the stream of the subject.</summary>
    public static async Task<Outcome<Position>> DecideSubject(
        this DeskDb db, Recorder recorder, string key, Func<ReviewSubject, Outcome<Fact>> decision, CancellationToken ct)
    {
        var subject = await db.Subject(key, ct);
        if (!subject.Done) return subject.Refusal;
        var decided = decision(subject.Value);
        if (!decided.Done) return decided.Refusal;
        var appended = await recorder.Append(Streams.Reviews(key), ct, decided.Value);
        return appended.Refusal is { } refusal ? refusal : new Position(appended.Value);
    }

    public static Refusal NotThere(string key) => new Refusal.NotFound($"subject {key} in the register of reviews");
}
