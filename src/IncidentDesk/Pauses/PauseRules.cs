using FluentValidation;

namespace IncidentDesk.Pauses;

/// <summary>Shapes that recur in commands about pauses.</summary>
internal static class PauseRules
{
    /// <summary>A re-check further away than this is a way of forgetting the pause.</summary>
    static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    public static IRuleBuilderOptions<T, DateTimeOffset?> RecheckAhead<T>(
        this IRuleBuilder<T, DateTimeOffset?> rule, TimeProvider clock) => rule
            .Must(at => at is null || at > clock.GetUtcNow()).WithMessage("The re-check is in the past. Check the date and the time zone.")
            .Must(at => at is null || at <= clock.GetUtcNow() + Furthest)
            .WithMessage("The re-check is more than a year away. Choose an earlier time; the pause can be extended.");

    public static IRuleBuilderOptions<T, List<PauseTarget>> Targets<T>(this IRuleBuilder<T, List<PauseTarget>> rule) => rule
        .Must(t => t is not null && t.Count <= 200).WithMessage("A pause names at most 200 targets; use patterns.")
        .Must(t => t is null || t.All(x => x is { Name.Length: > 0 and <= 300 }))
        .WithMessage("A target is written as kind:name, with a name or pattern of at most 300 characters.");

    /// <summary>What is paused, and how far: one line each.</summary>
    public static IRuleBuilderOptions<T, string> Line<T>(this IRuleBuilder<T, string> rule, string missing) => rule
        .NotEmpty().WithMessage(missing)
        .MaximumLength(500).WithMessage("This line has at most 500 characters; put the rest in the reason.");
}
