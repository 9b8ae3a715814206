using FluentValidation;
using IncidentDesk.Assets.Events;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Assets.Saving;

/// <summary>Gives a search of the catalogue a name, under which everybody can use it.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
[Api("/api/assets/searches", "Save a search of the catalogue for everyone")]
public sealed record SaveSearch : ICommand<SearchKept>
{
    public string Name { get; set; } = "";

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

    internal AssetFilter Filter() => new AssetFilter
    {
        Q = Q, Kind = Kind, Container = Container, Owner = Owner, Label = Label, PeopleData = PeopleData, Review = Review, Gone = Gone,
    }.Trimmed();
}

/// <param name="Search">The number by which it is used.</param>
/// <param name="Position">The entry that says so, in the record of the catalogue.</param>
public sealed record SearchKept(int Search, int Position);

public sealed class SaveSearchValidator : AbstractValidator<SaveSearch>
{
    public SaveSearchValidator()
    {
        RuleFor(c => c.Name).SearchName();
        this.SoundFilter(c => c.Filter());
        RuleFor(c => c.Filter()).Must(f => !f.IsEmpty).OverridePropertyName("q")
            .WithMessage("Enter at least one search term; an empty search cannot be saved.");
    }
}

internal sealed class SaveSearchHandler(DeskDb db, Recorder recorder) : IRequestHandler<SaveSearch, Outcome<SearchKept>>
{
    public async Task<Outcome<SearchKept>> Handle(SaveSearch c, CancellationToken ct)
    {
        var others = await SavedSearchQueries.All(db, ct);
        if (others.Count >= SearchNames.Most) return new TooManySearches(others.Count);
        if (others.Named(c.Name) is { } taken) return new SearchNameTaken(taken.Name, taken.MadeByName);
        var written = await recorder.Record(Streams.Catalogue, ct, new SearchSaved(c.Name.Trim(), c.Filter()));
        return written.Done ? new SearchKept(written.Value.Last, written.Value.Head) : written.Refusal;
    }
}

/// <summary>Names are for people to choose by.</summary>
internal static class SearchNames
{
    public const int Most = 1_000;

    public static IRuleBuilderOptions<T, string> SearchName<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithMessage("Give the search a name that colleagues will recognise.")
        .MaximumLength(SavedSearch.LongestName).WithMessage($"A name has at most {SavedSearch.LongestName} characters.");

    public static SavedSearch? Named(this IReadOnlyList<SavedSearch> searches, string name) =>
        searches.FirstOrDefault(s => s.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
}

/// <summary>Two searches under one name cannot be told apart.</summary>
public sealed record SearchNameTaken(string Name, string By)
    : Refusal.Rule($"Nothing was saved. There is already a saved search “{Name}”, made by {By}. Choose another name, or use that search.");

/// <summary>A list that long helps nobody.</summary>
public sealed record TooManySearches(int Count)
    : Refusal.Rule($"Nothing was saved. There are already {Count:N0} saved searches. Delete unused ones, then save this one.");
