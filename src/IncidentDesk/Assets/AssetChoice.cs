using FluentValidation;

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
}

/// <summary>Assets by what is known of them; fields of a command, of a form and of the command line alike.</summary>
public abstract record AssetDescription
{
    /// <summary>A glob over whole keys: <c>*</c> crosses dots, <c>?</c> is one character, <c>_</c> is itself; upper and lower case differ.</summary>
    public string? Pattern { get; set; }

    /// <summary>As in the search: a part of any name, or a glob over all of it, whatever its case.</summary>
    public string? Q { get; set; }
    public AssetKind? Kind { get; set; }
    public string? Container { get; set; }
    public string? Owner { get; set; }
    public string? Label { get; set; }
    public PeopleData? PeopleData { get; set; }

    internal AssetFilter? Filter()
    {
        var filter = new AssetFilter { Q = Q.OrNull(), Kind = Kind, Container = Container.OrNull(), Owner = Owner.OrNull(), Label = Label.OrNull(), PeopleData = PeopleData };
        return filter == new AssetFilter() ? null : filter;
    }
}

/// <summary>Every way in which a command can choose assets; one of them is given.</summary>
public abstract record AssetSelection : AssetDescription, IChoosesAssets
{
    /// <summary>Keys, or the names by which other systems know them.</summary>
    public IReadOnlyList<string>? Keys { get; set; }

    bool IChoosesAssets.All => false;
    AssetFilter? IChoosesAssets.Filter => Filter();
}

internal static class AssetChoice
{
    public const int MostKeys = 200_000;

    public static void ChoiceOfAssets<T>(this AbstractValidator<T> validator, bool allMayBe) where T : IChoosesAssets
    {
        var ways = typeof(T).IsAssignableTo(typeof(AssetSelection)) ? "a pattern, a list of keys or something to search for" : "a pattern or a list of keys";
        var wanted = allMayBe ? $"Give {ways}, or choose all: one of these." : $"Give {ways}: one of these.";
        validator.RuleFor(c => c.Pattern).Must((c, _) => Ways(c) == 1).WithMessage(wanted);
        validator.RuleFor(c => c.Pattern).MaximumLength(KeyPattern.MostCharacters).WithMessage($"A pattern has at most {KeyPattern.MostCharacters:N0} characters.");
        validator.RuleFor(c => c.Keys).Must(keys => keys is null || keys.Count <= MostKeys)
            .WithMessage($"A list has at most {MostKeys:N0} keys. Send it in parts, or use a pattern.");
        validator.RuleFor(c => c.Keys).Must(keys => keys is null || keys.All(k => k is { Length: <= AssetKey.MostCharacters } && !k.Trim().Any(char.IsControl)))
            .WithMessage($"A key has at most {AssetKey.MostCharacters:N0} characters, all of them visible.");
        validator.RuleFor(c => c.Filter).Must(f => f is null || (f.Q?.Length <= KeyPattern.MostCharacters || f.Q is null)).OverridePropertyName("q")
            .WithMessage($"What to search for has at most {KeyPattern.MostCharacters:N0} characters.");
        validator.RuleFor(c => c.Filter).Must(f => f is null || ((f.Kind is not { } k || Enum.IsDefined(k)) && (f.PeopleData is not { } p || Enum.IsDefined(p)))).OverridePropertyName("kind")
            .WithMessage("Choose one of the kinds there are.");
    }

    /// <summary>The exposure window that a command names, in itself.</summary>
    public static void Window<T>(this AbstractValidator<T> validator, TimeProvider clock, System.Linq.Expressions.Expression<Func<T, DateTimeOffset?>> from, System.Linq.Expressions.Expression<Func<T, DateTimeOffset?>> to)
    {
        var start = from.Compile();
        validator.RuleFor(from).NotInTheFuture(clock);
        validator.RuleFor(to).NotInTheFuture(clock);
        validator.RuleFor(to).Must((c, end) => end is null || start(c) is not { } began || began <= end).WithMessage("The exposure ends before it starts.");
    }

    /// <summary>What narrows goes with a pattern or stands alone.</summary>
    static int Ways(IChoosesAssets c)
    {
        var named = (c.Keys is { Count: > 0 } ? 1 : 0) + (c.All ? 1 : 0);
        return named + (c.Pattern.OrNull() is not null || c.Filter is not null ? 1 : 0);
    }
}
