using FluentValidation;
using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Scoping;

/// <summary>What both commands hold that change how far a pause reaches.</summary>
public abstract record PauseScopeChange : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";
    public List<PauseTarget> Targets { get; set; } = [];

    /// <summary>The new scope in words; unchanged when left out.</summary>
    public string? Scope { get; set; }
    [Lines]
    public string Reason { get; set; } = "";
}

public abstract class PauseScopeChangeValidator<T> : AbstractValidator<T> where T : PauseScopeChange
{
    /// <param name="wanted">What to give, for a sender who names neither targets nor a scope.</param>
    private protected PauseScopeChangeValidator(string wanted)
    {
        RuleFor(c => c.Targets).Targets();
        RuleFor(c => c.Targets).Must((c, t) => t is { Count: > 0 } || !string.IsNullOrWhiteSpace(c.Scope)).WithMessage(wanted);
        RuleFor(c => c.Scope!).Line("Give the scope.").When(c => c.Scope is not null);
        RuleFor(c => c.Reason).Reason();
    }
}
