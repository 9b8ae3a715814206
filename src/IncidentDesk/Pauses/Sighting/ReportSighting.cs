using System.Text.Json.Serialization;
using FluentValidation;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses.Sighting;

/// <summary>
/// Somebody or something saw the target of a pause running. After the pause took effect that is
/// an alarm; anybody may raise it.
/// </summary>
[Allow(Roles.All)]
[Api("/api/pauses/{key}/sightings", "Report that it was seen running; raises an alarm while the pause is in force")]
public sealed record ReportSighting : ICommand<Sighted>, IPauseCommand
{
    public string Key { get; set; } = "";

    /// <summary>Who or what saw it; else whoever reports it, or the name of the token.</summary>
    public string? Source { get; set; }

    /// <summary>When it was seen, if that is not now.</summary>
    public DateTimeOffset? SeenAt { get; set; }
    public string? Where { get; set; }
    [Lines]
    public string? Details { get; set; }

    /// <summary>How many were counted up to <see cref="SeenAt"/> after the first had been answered.</summary>
    [JsonIgnore]
    public int Counted { get; set; }
}

/// <param name="Alarm">Whether the pause stands as paused but seen running.</param>
/// <param name="Position">Of the last entry about the pause.</param>
public sealed record Sighted(string Key, bool Alarm, int Position);

public sealed class ReportSightingValidator : AbstractValidator<ReportSighting>
{
    public ReportSightingValidator(TimeProvider clock)
    {
        RuleFor(c => c.Source).MaximumLength(200).WithMessage("A source has at most 200 characters.");
        RuleFor(c => c.SeenAt).NotInTheFuture(clock);
        RuleFor(c => c.Where).MaximumLength(500).WithMessage("The place has at most 500 characters.");
        RuleFor(c => c.Details).ReasonIfAny();
    }
}

internal sealed class ReportSightingHandler(DeskDb db, Recorder recorder, TimeProvider clock)
    : IRequestHandler<ReportSighting, Outcome<Sighted>>
{
    public async Task<Outcome<Sighted>> Handle(ReportSighting c, CancellationToken ct)
    {
        if (await db.Pauses.SingleOrDefaultAsync(p => p.Key == c.Key, ct) is not { } pause) return new Refusal.NotFound($"pause {c.Key}");
        var seen = c.SeenAt ?? clock.GetUtcNow();
        var source = c.Source.OrNull() ?? (db.Caller.Via is Actor.Page ? db.Caller.Name : db.Caller.Via);
        await Count(c.Key, source, seen, Math.Max(1, c.Counted), ct);
        if (pause.Seen(source, seen, c.Where.OrNull(), c.Details.OrNull(), again: c.Counted > 0) is not { } alarm)
            return new Sighted(c.Key, pause.SeenRunning, pause.Position);
        var recorded = await recorder.Append(Streams.Pause(c.Key, pause.Incident), ct, alarm);
        return recorded.Done ? new Sighted(c.Key, true, recorded.Value) : recorded.Refusal;
    }

    Task<int> Count(string key, string source, DateTimeOffset seen, int count, CancellationToken ct) => db.Run("""
        INSERT INTO PauseSightings (PauseKey, Source, Minute, Count, FirstAt, LastAt) VALUES (@key, @source, @minute, @count, @seen, @seen)
        ON CONFLICT (PauseKey, Source, Minute) DO UPDATE SET Count = PauseSightings.Count + excluded.Count,
            FirstAt = CASE WHEN excluded.FirstAt < PauseSightings.FirstAt THEN excluded.FirstAt ELSE PauseSightings.FirstAt END,
            LastAt = CASE WHEN excluded.LastAt > PauseSightings.LastAt THEN excluded.LastAt ELSE PauseSightings.LastAt END
        """,
        ct, ("@key", key), ("@source", source), ("@minute", SightingCounter.MinuteOf(seen)), ("@count", count), ("@seen", seen));
}
