using System.Text.RegularExpressions;
using FluentValidation;

namespace IncidentDesk.Reviews;

/// <summary>Shapes that recur in commands about the register.</summary>
internal static partial class ReviewRules
{
    public static IRuleBuilderOptions<T, string> SubjectKey<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(k => k is not null && Slug().IsMatch(k))
        .WithMessage("A key has 1 to 100 characters: letters, digits and . _ : "
            + "- only, at least one letter or digit. The target program:key in a pause refers to it.");

    /// <summary>One line of at most 300 characters.</summary>
    public static IRuleBuilderOptions<T, string> Named<T>(this IRuleBuilder<T, string> rule, string missing) => rule
        .NotEmpty().WithMessage(missing)
        .MaximumLength(300).WithMessage("This has at most 300 characters; put the rest in the document.");

    public static IRuleBuilderOptions<T, string?> NamedIfAny<T>(this IRuleBuilder<T, string?> rule) => rule
        .MaximumLength(300).WithMessage("This has at most 300 characters; put the rest in the document.");

    public static IRuleBuilderOptions<T, string?> Hash<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(h => string.IsNullOrWhiteSpace(h) || Hex().IsMatch(h.Trim()))
        .WithMessage("A SHA-256 has 64 hexadecimal digits, as sha256sum prints them.");

    /// <summary>The day may have begun anywhere on earth.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> NoDayToCome<T>(this IRuleBuilder<T, DateOnly?> rule, TimeProvider clock) => rule
        .Must(day => day is null || day <= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(14)))
        .WithMessage("This date is in the future. Check the date on the document.");

    public static IRuleBuilderOptions<T, List<string>> Labels<T>(this IRuleBuilder<T, List<string>> rule) => rule
        .Must(l => l is not null && l.Count <= 50).WithMessage("Give at most 50 labels.")
        .Must(l => l is null || l.All(x => !string.IsNullOrWhiteSpace(x) && x.Trim().Length <= 100))
        .WithMessage("A label is one line of at most 100 characters.");

    public static IRuleBuilderOptions<T, List<string>> AssetKeys<T>(this IRuleBuilder<T, List<string>> rule) => rule
        .Must(a => a is not null && a.Count <= 200).WithMessage("Give at most 200 keys; use a pattern with * for many.")
        .Must(a => a is null || a.All(x => !string.IsNullOrWhiteSpace(x) && x.Length <= 1_000))
        .WithMessage("A key or pattern is one line of at most 1,000 characters.");

    public static IRuleBuilderOptions<T, List<string>> Groups<T>(this IRuleBuilder<T, List<string>> rule) => rule
        .Must(g => g is not null && g.Count <= 50).WithMessage("Give at most 50 groups.")
        .Must(g => g is null || g.All(x => !string.IsNullOrWhiteSpace(x) && x.Trim().Length <= 100))
        .WithMessage("A group is one line of at most 100 characters, such as executives or staff.");

    [GeneratedRegex(@"\A(?=[._:-]*[A-Za-z0-9])[A-Za-z0-9._:-]{1,100}\z")]
    private static partial Regex Slug();

    [GeneratedRegex(@"\A[0-9a-fA-F]{64}\z")]
    private static partial Regex Hex();
}
