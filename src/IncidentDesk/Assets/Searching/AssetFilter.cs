using System.Text.Json.Serialization;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Searching;

/// <summary>
/// Which assets are meant; what is not set does not narrow. Address of the API, form of the page and, once
/// used or saved, part of the record.
/// </summary>
public sealed record AssetFilter
{
    /// <summary>Part of any name, whatever its case; or a glob over whole names if it holds <c>*</c> or <c>?</c>.</summary>
    [Wording]
    public string? Q { get; init; }
    public AssetKind? Kind { get; init; }
    [Wording]
    public string? Container { get; init; }
    [Wording]
    public string? Owner { get; init; }
    [Wording]
    public string? Label { get; init; }
    public PeopleData? PeopleData { get; init; }

    public PrivacyReview? Review { get; init; }

    /// <summary>True for those their source no longer has, false for those it has; all when not set.</summary>
    public bool? Gone { get; init; }

    [JsonIgnore]
    public bool IsEmpty => this == new AssetFilter();

    /// <summary>Without blanks around what was typed; blank is not set.</summary>
    public AssetFilter Trimmed() =>
        this with { Q = Q.OrNull(), Container = Container.OrNull(), Owner = Owner.OrNull(), Label = Label.OrNull() };

    /// <summary>What narrows, each in words: <c>owner anna</c>.</summary>
    public IReadOnlyList<string> Words()
    {
        (string Name, string? Value)[] all =
        [
            ("name", Q), ("kind", Kind?.Spelled()), ("container", Container),
            ("owner", Owner), ("label", Label), ("data about people:", PeopleData?.Spelled()),
            ("privacy review:", Review?.ToString().ToLowerInvariant()), ("gone:", Gone is { } gone ? gone ? "yes" : "no" : null),
        ];
        return [.. all.Where(w => w.Value is not null).Select(w => $"{w.Name} {w.Value}")];
    }

    /// <summary>What of it is looked for in memory, see <see cref="CatalogueNames"/>; the rest is <see cref="InDatabase"/>.</summary>
    [JsonIgnore]
    internal AssetFilter InMemory => new() { Q = Q.OrNull(), Review = Review };

    internal IQueryable<Asset> InDatabase(DeskDb db)
    {
        var assets = db.Assets.AsNoTracking();
        if (Kind is { } kind) assets = assets.Where(a => a.Kind == kind);
        if (Container.OrNull() is { } container) assets = assets.Where(a => a.Container == container);
        if (Owner.OrNull() is { } owner) assets = assets.Where(a => a.Owner == owner);
        if (Label.OrNull() is { } label) assets = assets.Where(a => a.Labels.Contains(label));
        if (PeopleData is { } people) assets = assets.Where(a => a.PeopleData == people);
        if (Gone is { } gone) assets = assets.Where(a => a.GoneAt != null == gone);
        return assets;
    }
}
