using System.Linq.Expressions;
using FluentValidation;
using IncidentDesk.Assets.Searching;

namespace IncidentDesk.Assets;

/// <summary>Which assets a command is about. A command that leaves a way out does not offer it.</summary>
internal interface IChoosesAssets
{
    /// <summary>A glob over keys, where upper and lower case differ.</summary>
    string? Pattern { get; }

    /// <summary>Keys, or names of another system.</summary>
    IReadOnlyList<string>? Keys { get; }

    /// <summary>All that are linked; nothing else is needed then.</summary>
    bool All { get; }

    /// <summary>What is known of them; narrows a pattern too.</summary>
    AssetFilter? Filter => null;

    /// <summary>The number of a saved search: all that it finds now.</summary>
    int? SavedSearch => null;
}

/// <summary>Assets by what is known of them; fields of a command, of a form and of the command line alike.</summary>
public abstract record AssetDescription
{
    /// <summary>
    /// A glob over whole keys: <c>*</c> crosses dots, <c>?</c> is one character, <c>_</c> is
    /// itself; upper and lower case differ.
    /// </summary>
    public string? Pattern { get; set; }

    /// <summary>As in the search: a part of any name, or a glob over all of it, whatever its case.</summary>
    public string? Q { get; set; }
    public AssetKind? Kind { get; set; }
    public string? Container { get; set; }
    public string? Owner { get; set; }
    public string? Label { get; set; }
    public PeopleData? PeopleData { get; set; }
    public PrivacyReview? Review { get; set; }

    /// <summary>True for those their source no longer has, false for those it has; all when not set.</summary>
    public bool? Gone { get; set; }

    internal AssetFilter? Filter()
    {
        var filter = new AssetFilter
        {
            Q = Q, Kind = Kind, Container = Container, Owner = Owner,
            Label = Label, PeopleData = PeopleData, Review = Review, Gone = Gone
        }.Trimmed();
        return filter.IsEmpty ? null : filter;
    }
}

/// <summary>Every way in which a command can choose assets; one of them is given.</summary>
public abstract record AssetSelection : AssetDescription, IChoosesAssets
{
    /// <summary>Keys, or the names by which other systems know them.</summary>
    public IReadOnlyList<string>? Keys { get; set; }

    /// <summary>The number of a saved search: all that it finds now.</summary>
    public int? SavedSearch { get; set; }

    bool IChoosesAssets.All => false;
    AssetFilter? IChoosesAssets.Filter => Filter();
}

internal static class AssetChoice
{
    public const int MostKeys = 200_000;

    public static void ChoiceOfAssets<T>(this AbstractValidator<T> validator, bool allMayBe) where T : IChoosesAssets
    {
        var ways = typeof(T).IsAssignableTo(typeof(AssetSelection))
            ? "a pattern, a list of keys, something to search for or a saved search"
            : "a pattern or a list of keys";
        var wanted = allMayBe ? $"Give exactly one of {ways}, or choose all." : $"Give exactly one of {ways}.";
        validator.RuleFor(c => c.Pattern).Must((c, _) => Ways(c) == 1).WithMessage(wanted);
        validator.RuleFor(c => c.Pattern).MaximumLength(NamePattern.MostCharacters)
            .WithMessage($"A pattern has at most {NamePattern.MostCharacters:N0} characters.");
        validator.RuleFor(c => c.Keys).Must(keys => keys is null || keys.Count <= MostKeys)
            .WithMessage($"A list has at most {MostKeys:N0} keys. Send it in parts, or use a pattern.");
        validator.RuleFor(c => c.Keys)
            .Must(keys => keys is null || keys.All(k => k is { Length: <= AssetKey.MostCharacters }))
            .WithMessage($"A key has at most {AssetKey.MostCharacters:N0} characters.");
        validator.SoundFilter(c => c.Filter);
    }

    public static void SoundFilter<T>(this AbstractValidator<T> validator, Expression<Func<T, AssetFilter?>> filter)
    {
        validator.RuleFor(filter).Must(f => f is null || new[] { f.Q, f.Container, f.Owner, f.Label }
            .All(t => t is null || (t.Length <= NamePattern.MostCharacters && WellFormed.Flaw(t, lines: false) is null)))
            .OverridePropertyName("q")
            .WithMessage($"What to search for has at most {NamePattern.MostCharacters:N0} characters, all of them visible.");
        validator.RuleFor(filter).Must(f => f is null || (Is(f.Kind) && Is(f.PeopleData) && Is(f.Review)))
            .OverridePropertyName("kind").WithMessage("Choose one of the listed values.");

        static bool Is<TWord>(TWord? word) where TWord : struct, Enum => word is not { } chosen || Enum.IsDefined(chosen);
    }

    /// <summary>The exposure window that a command names, in itself.</summary>
    public static void Window<T>(this AbstractValidator<T> validator, TimeProvider clock,
        Expression<Func<T, DateTimeOffset?>> from, Expression<Func<T, DateTimeOffset?>> to)
    {
        var start = from.Compile();
        validator.RuleFor(from).NotInTheFuture(clock);
        validator.RuleFor(to).NotInTheFuture(clock);
        validator.RuleFor(to).Must((c, end) => end is null || start(c) is not { } began || began <= end)
            .WithMessage("The exposure ends before it starts.");
    }

    /// <summary>What narrows goes with a pattern or stands alone.</summary>
    static int Ways(IChoosesAssets c)
    {
        var named = (c.Keys is { Count: > 0 } ? 1 : 0) + (c.All ? 1 : 0) + (c.SavedSearch is null ? 0 : 1);
        return named + (c.Pattern.OrNull() is not null || c.Filter is not null ? 1 : 0);
    }
}
