using System.Globalization;
using FluentValidation;

namespace IncidentDesk;

/// <summary>Shapes that recur in commands, with the sentence a person reads when they are not met.</summary>
internal static class Rules
{
    /// <summary>Clocks of two machines differ a little; more than this is a typing error.</summary>
    internal static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    public static IRuleBuilderOptions<T, string> Title<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithMessage("Give it a title: one line that a colleague would understand.")
        .MaximumLength(Lengths.Title).WithMessage($"A title has at most {Lengths.Title} characters; put the rest in the summary.");

    /// <summary>Optional text of up to 20,000 characters.</summary>
    public static IRuleBuilderOptions<T, string?> Prose<T>(this IRuleBuilder<T, string?> rule) => rule
        .MaximumLength(WellFormed.Longest).WithMessage("A text has at most 20,000 characters; send it in parts.");

    public static IRuleBuilderOptions<T, string> Text<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithMessage("Write a text; an entry cannot be empty.")
        .MaximumLength(WellFormed.Longest).WithMessage("A text has at most 20,000 characters; send it in parts.");

    public static IRuleBuilderOptions<T, string> Reason<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithMessage("Give the reason in one sentence; it becomes part of the record.")
        .MaximumLength(2_000).WithMessage("A reason has at most 2,000 characters.");

    public static IRuleBuilderOptions<T, string?> ReasonIfAny<T>(this IRuleBuilder<T, string?> rule) => rule
        .MaximumLength(2_000).WithMessage("A reason has at most 2,000 characters.");

    public static IRuleBuilderOptions<T, DateTimeOffset?> NotInTheFuture<T>(
        this IRuleBuilder<T, DateTimeOffset?> rule, TimeProvider clock) => rule
            .Must(at => at is null || at <= clock.GetUtcNow() + Skew)
            .WithMessage("This time is in the future. Check the date and the time zone.");

    public static IRuleBuilderOptions<T, string> PersonName<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithMessage("Give a name that colleagues know.")
        .MaximumLength(120).WithMessage("A name has at most 120 characters.")
        .Must(n => n is null || !IsTheDesks(n)).WithMessage("Under this name the desk itself records. Give a name that colleagues know.");

    /// <summary>Read by people, so without spaces, signs and case.</summary>
    static bool IsTheDesks(string name) => CultureInfo.InvariantCulture.CompareInfo.Compare(name, Caller.System.Name,
        CompareOptions.IgnoreCase | CompareOptions.IgnoreSymbols | CompareOptions.IgnoreWidth | CompareOptions.IgnoreNonSpace) == 0;

    /// <summary>At least one role, and none that does not exist.</summary>
    public static IRuleBuilderOptions<T, Roles> SomeRoles<T>(this IRuleBuilder<T, Roles> rule, Roles among = Roles.All) => rule
        .Must(r => r != Roles.None && (r & ~among) == 0).WithMessage("Choose at least one role; a viewer can only read.");

    public static IRuleBuilderOptions<T, string> Zone<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(z => z is not null && Zones.Knows(z))
        .WithMessage("Choose a time zone by its IANA name, such as Europe/Berlin or America/New_York.");

    public static string? OrNull(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
