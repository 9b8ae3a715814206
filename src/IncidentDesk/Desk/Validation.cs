using System.Text.Json;
using FluentValidation;
using MediatR;

namespace IncidentDesk;

/// <summary>Runs every validator once, for page, API and CLI alike; names fields as the API spells them.</summary>
internal sealed class Validation<TCommand, TOutcome>(IEnumerable<IValidator<TCommand>> validators)
    : IPipelineBehavior<TCommand, TOutcome> where TCommand : notnull where TOutcome : IRefusable<TOutcome>
{
    public async Task<TOutcome> Handle(TCommand command, CancellationToken ct, RequestHandlerDelegate<TOutcome> next)
    {
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(command, ct);
            if (!result.IsValid) return TOutcome.From(new Refusal.Invalid(result.ToDictionary().ToDictionary(f => Spelled(f.Key), f => f.Value)));
        }
        return await next();
    }

    static string Spelled(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
