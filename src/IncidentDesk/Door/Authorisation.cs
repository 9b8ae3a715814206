using System.Reflection;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Door;

/// <summary>
/// Looks up, at every command, who is calling and what they may do now. What is private is hidden one step later, by the
/// query filters of <see cref="DeskDb"/>: a handler cannot load an incident that its caller is no part of.
/// </summary>
internal sealed class Authorisation<TCommand, TOutcome>(DeskDb db, Call call, Callers callers) : IPipelineBehavior<TCommand, TOutcome>
    where TCommand : notnull where TOutcome : IRefusable<TOutcome>
{
    static readonly Roles? Allowed = typeof(TCommand).GetCustomAttribute<AllowAttribute>()?.Roles;
    static readonly OnlyBySessionAttribute? BySession = typeof(TCommand).GetCustomAttribute<OnlyBySessionAttribute>();
    static readonly bool SignedIn = typeof(TCommand).IsDefined(typeof(AllowSignedInAttribute));
    static readonly bool Anyone = typeof(TCommand).IsDefined(typeof(AllowAnyoneAttribute));
    static readonly bool Signs = typeof(TCommand).IsDefined(typeof(SignsAttribute));
    static readonly bool System = typeof(TCommand).IsDefined(typeof(AllowSystemAttribute));

    public async Task<TOutcome> Handle(TCommand command, CancellationToken ct, RequestHandlerDelegate<TOutcome> next)
    {
        var caller = await callers.Of(db, call.By, ct);
        if (caller is null && !Anyone) return TOutcome.From(new Refusal.NotSignedIn());
        if (!Anyone && !May(caller!)) return TOutcome.From(new Refusal.NotFound(Subject(command)));
        if (Signs && call.By.ByAnother) return TOutcome.From(new TokenDoesNotSign());

        db.Caller = call.Caller = caller ?? Caller.Nobody;
        return await next();
    }

    bool May(Caller caller) => call.By.IsSystem ? System : CameRight(caller)
        && (SignedIn ? caller.Roles != Roles.None || BySession is { EvenUnfinished: true } : caller.Has(Allowed ?? Roles.None));

    static bool CameRight(Caller caller) => BySession is null || caller.Session is not null || caller.Has(BySession.OrToken);

    static string Subject(TCommand command) => command is IIncidentCommand about ? $"incident INC-{about.Incident}" : "such item";
}

/// <summary>Where two people must agree, a token that a third one made proves nothing.</summary>
public sealed record TokenDoesNotSign()
    : Refusal.Rule("Nothing was saved. This token was made by another person, who has seen it, so it does not sign for you. "
        + "Sign in, or use a token that you made yourself.");
