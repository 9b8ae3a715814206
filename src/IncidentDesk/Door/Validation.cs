using System.Text.Json;
using FluentValidation;
using MediatR;

namespace IncidentDesk.Door;

/// <summary>Runs every validator once, for page, API and CLI alike; names fields as the API spells them.</summary>
internal sealed class Validation<TCommand, TOutcome>(IEnumerable<IValidator<TCommand>> validators)
    : IPipelineBehavior<TCommand, TOutcome> where TCommand : notnull where TOutcome : IRefusable<TOutcome>
{
    public Task<TOutcome> Handle(TCommand command, CancellationToken ct, RequestHandlerDelegate<TOutcome> next)
    {
        foreach (var validator in validators)
            if (validator.Problem(command) is { } problem) return Task.FromResult(TOutcome.From(problem));
        return next();
    }
}

internal static class Shape
{
    /// <summary>
    /// Null when it is sound: every text and time of it (see <see cref="Soundness"/>), then what its validator asks for. No rule waits for
    /// anything: what has to be looked up is the handler's to refuse.
    /// </summary>
    public static Refusal? Problem<T>(this IValidator<T> validator, T command) where T : notnull
    {
        var problems = Soundness.Problems(command);
        foreach (var (path, said) in validator.Validate(command).ToDictionary()) problems.TryAdd(Spelled(path), said);
        return problems.Count == 0 ? null : new Refusal.Invalid(problems);
    }

    static string Spelled(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
