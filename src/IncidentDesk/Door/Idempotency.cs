using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Door;

/// <summary>A repeated key repeats the answer; the same key for another request is refused.</summary>
internal sealed class Idempotency<TCommand, TOutcome>(DeskDb db, Call call, TimeProvider clock)
    : IPipelineBehavior<TCommand, TOutcome> where TCommand : notnull where TOutcome : IRefusable<TOutcome>
{
    /// <summary>As long as somebody may still repeat a request whose answer was lost on the way.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    static readonly bool Secret = typeof(TCommand).IsDefined(typeof(AnswerShownOnceAttribute));

    public async Task<TOutcome> Handle(TCommand command, CancellationToken ct, RequestHandlerDelegate<TOutcome> next)
    {
        if (call.Terms.Key is not { Length: > 0 } key) return await next();

        var fingerprint = Fingerprint(command);
        var before = await db.Answers.AsNoTracking().SingleOrDefaultAsync(a => a.Person == call.By.Person && a.Key == key, ct);
        var oldest = clock.GetUtcNow() - Kept;
        if (before?.At > oldest) return Repeat(before, fingerprint);
        await db.Answers.Where(a => a.At <= oldest).ExecuteDeleteAsync(ct);

        var outcome = await next();
        if (outcome.Refusal is not null) return outcome;
        db.Answers.Add(new RememberedAnswer(call.By.Person, key, fingerprint,
            Secret ? null : Json.Write(outcome.Boxed, TOutcome.ValueType), clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return outcome;
    }

    static TOutcome Repeat(RememberedAnswer before, string fingerprint) => before switch
    {
        _ when before.Fingerprint != fingerprint => TOutcome.From(new Refusal.KeyReused()),
        { Body: null } => TOutcome.From(new Refusal.ShownOnce()),
        _ => TOutcome.FromValue(JsonSerializer.Deserialize(before.Body, TOutcome.ValueType, Json.Options)),
    };

    static string Fingerprint(TCommand command) => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(new { Command = typeof(TCommand).Name, Body = (object)command }, Json.Options)));
}
