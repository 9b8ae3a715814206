using FluentValidation;

namespace IncidentDesk.Assets;

/// <summary>Which assets a command is about: a pattern or a list of keys.</summary>
internal interface IChoosesAssets
{
    string? Pattern { get; }
    IReadOnlyList<string>? Keys { get; }

    /// <summary>All that are linked; nothing else is needed then.</summary>
    bool All { get; }
}

internal static class AssetChoice
{
    public const int MostKeys = 200_000;

    public static void ChoiceOfAssets<T>(this AbstractValidator<T> validator, bool allMayBe) where T : IChoosesAssets
    {
        var wanted = allMayBe ? "Give a pattern, a list of keys, or all: one of the three." : "Give a pattern or a list of keys, one of the two.";
        validator.RuleFor(c => c.Pattern).Must((c, _) => Ways(c) == 1).WithMessage(wanted);
        validator.RuleFor(c => c.Pattern).MaximumLength(KeyPattern.MostCharacters).WithMessage($"A pattern has at most {KeyPattern.MostCharacters:N0} characters.");
        validator.RuleFor(c => c.Keys).Must(keys => keys is null || keys.Count <= MostKeys)
            .WithMessage($"A list has at most {MostKeys:N0} keys. Send it in parts, or use a pattern.");
        validator.RuleFor(c => c.Keys).Must(keys => keys is null || keys.All(k => k is { Length: <= AssetKey.MostCharacters } && !k.Trim().Any(char.IsControl)))
            .WithMessage($"A key has at most {AssetKey.MostCharacters:N0} characters, all of them visible.");
    }

    /// <summary>The exposure window that a command names, in itself.</summary>
    public static void Window<T>(this AbstractValidator<T> validator, TimeProvider clock, System.Linq.Expressions.Expression<Func<T, DateTimeOffset?>> from, System.Linq.Expressions.Expression<Func<T, DateTimeOffset?>> to)
    {
        var start = from.Compile();
        validator.RuleFor(from).NotInTheFuture(clock);
        validator.RuleFor(to).NotInTheFuture(clock);
        validator.RuleFor(to).Must((c, end) => end is null || start(c) is not { } began || began <= end).WithMessage("The exposure ends before it starts.");
    }

    static int Ways(IChoosesAssets c) => (c.Pattern.OrNull() is null ? 0 : 1) + (c.Keys is { Count: > 0 } ? 1 : 0) + (c.All ? 1 : 0);
}
