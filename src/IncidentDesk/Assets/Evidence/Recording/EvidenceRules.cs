using System.Linq.Expressions;
using FluentValidation;

namespace IncidentDesk.Assets.Evidence.Recording;

/// <summary>Shapes that commands about evidence share.</summary>
internal static class EvidenceRules
{
    public const int MostOfName = 200, MostOfText = 2_000;

    public static IRuleBuilderOptions<T, string> Name<T>(this IRuleBuilder<T, string> rule, string wanted) => rule
        .NotEmpty().WithMessage(wanted)
        .MaximumLength(MostOfName).WithMessage($"This has at most {MostOfName} characters.");

    public static IRuleBuilderOptions<T, string?> NameIfAny<T>(this IRuleBuilder<T, string?> rule) => rule
        .MaximumLength(MostOfName).WithMessage($"This has at most {MostOfName} characters.");

    public static IRuleBuilderOptions<T, string?> EvidenceText<T>(this IRuleBuilder<T, string?> rule) => rule
        .MaximumLength(MostOfText).WithMessage($"This has at most {MostOfText:N0} characters; say where the full text is kept.");

    /// <summary>A number is counted or estimated; an unknown has none, and above all no 0.</summary>
    public static void Figure<T>(
        this AbstractValidator<T> validator, Expression<Func<T, int?>> number, Expression<Func<T, Certainty>> known)
    {
        var certainty = known.Compile();
        validator.RuleFor(number).GreaterThanOrEqualTo(0).WithMessage("A number of people or accesses is 0 or more.");
        validator.RuleFor(number).Must((c, n) => n is null || certainty(c) is not Certainty.Unknown)
            .WithMessage("Say whether this number was counted (actual) or is an estimate. If it is unknown, leave the number out.");
        validator.RuleFor(number).Must((c, n) => n is not null || certainty(c) is Certainty.Unknown)
            .WithMessage("Give the number, or choose unknown.");
        validator.RuleFor(known).IsInEnum();
    }

    public static void Replacing<T>(this AbstractValidator<T> validator, Expression<Func<T, int?>> replaces) =>
        validator.RuleFor(replaces).GreaterThan(0).WithMessage("Entries are numbered from 1.");
}
