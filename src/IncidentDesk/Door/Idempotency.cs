using System.Reflection;
using System.Text.Json;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Door;

/// <summary>
/// A repeated key repeats the answer; the same key for another request is refused. Whoever may no longer see what the answer is about
/// gets what the handler says of it now.
/// </summary>
internal sealed class Idempotency<TCommand, TOutcome>(DeskDb db, Call call, TimeProvider clock, Seal seal)
    : IPipelineBehavior<TCommand, TOutcome> where TCommand : notnull where TOutcome : IRefusable<TOutcome>
{
    /// <summary>As long as somebody may still repeat a request whose answer was lost on the way.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    static readonly bool Secret = typeof(TCommand).IsDefined(typeof(AnswerShownOnceAttribute));
    static readonly bool Outside = typeof(TCommand).IsDefined(typeof(AnswersOutsidersAttribute), false);

    public async Task<TOutcome> Handle(TCommand command, CancellationToken ct, RequestHandlerDelegate<TOutcome> next)
    {
        if (call.Terms.Key is not { Length: > 0 } key) return await next();

        var sent = Spelled(command);
        var before = await db.Answers.AsNoTracking().SingleOrDefaultAsync(a => a.Person == call.By.Person && a.Key == key, ct);
        var oldest = clock.GetUtcNow() - Kept;
        if (before?.At > oldest) return await IsHidden(before, ct) ? await Afresh(before, sent, next) : Repeat(before, sent);
        await db.Answers.Where(a => a.At <= oldest).ExecuteDeleteAsync(ct);

        var outcome = await next();
        if (outcome.Refusal is not null) return outcome;
        db.Answers.Add(new RememberedAnswer(call.By.Person, key, Fingerprint.Keep(seal, sent),
            Secret ? null : Json.Write(outcome.Boxed, TOutcome.ValueType), clock.GetUtcNow()) { About = AboutIncidents(command) });
        await db.SaveChangesAsync(ct);
        return outcome;
    }

    string? AboutIncidents(TCommand command)
    {
        if (Outside || call.By.IsSystem) return null;
        if (command is IIncidentCommand about) call.About.Add(Streams.Incident(about.Incident));
        var incidents = call.About.Where(s => Streams.IncidentOf(s) is not null).Order(StringComparer.Ordinal).ToList();
        return incidents.Count == 0 ? null : string.Join('\n', incidents);
    }

    /// <summary>Asked through the filters of the caller, as everything is.</summary>
    async Task<bool> IsHidden(RememberedAnswer before, CancellationToken ct)
    {
        foreach (var stream in before.About?.Split('\n') ?? [])
            if (!await db.Entries.AnyAsync(e => e.Stream == stream, ct)) return true;
        return false;
    }

    /// <summary>The refusal the handler has for it. What it would carry out was carried out before: refused, and rolled back.</summary>
    async Task<TOutcome> Afresh(RememberedAnswer before, byte[] sent, RequestHandlerDelegate<TOutcome> next)
    {
        var outcome = await next();
        if (outcome.Refusal is not null) return outcome;
        return TOutcome.From(
            Fingerprint.Matches(seal, before.Fingerprint, sent) ? new Refusal.NotFound("such item") : new Refusal.KeyReused());
    }

    TOutcome Repeat(RememberedAnswer before, byte[] sent) => before switch
    {
        _ when !Fingerprint.Matches(seal, before.Fingerprint, sent) => TOutcome.From(new Refusal.KeyReused()),
        { Body: null } => TOutcome.From(new Refusal.ShownOnce()),
        _ => TOutcome.FromValue(JsonSerializer.Deserialize(before.Body, TOutcome.ValueType, Json.Options)),
    };

    static byte[] Spelled(TCommand command) =>
        JsonSerializer.SerializeToUtf8Bytes(new { Command = typeof(TCommand).Name, Body = (object)command }, Json.Options);
}
