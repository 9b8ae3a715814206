using System.Text.Json;
using FluentValidation;
using MediatR;

namespace IncidentDesk;

/// <summary>Runs every validator once, for page, API and CLI alike; names fields as the API spells them.</summary>
internal sealed class Validation<TCommand, TOutcome>(IEnumerable<IValidator<TCommand>> validators)
    : IPipelineBehavior<TCommand, TOutcome> where TCommand : notnull where TOutcome : IRefusable<TOutcome>
{
    public Task<TOutcome> Handle(TCommand command, CancellationToken ct, RequestHandlerDelegate<TOutcome> next)
    {
        foreach (var validator in validators)
        {
            // No rule waits for anything: what has to be looked up is the handler's to refuse.
            var result = validator.Validate(command);
            if (!result.IsValid) return Task.FromResult(TOutcome.From(new Refusal.Invalid(result.ToDictionary().ToDictionary(f => Spelled(f.Key), f => f.Value))));
        }
        return next();
    }

    static string Spelled(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
