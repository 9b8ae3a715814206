using IncidentDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets;

/// <summary>Which assets are meant; what is not set does not narrow. Address of the API and form of the page alike.</summary>
public sealed record AssetFilter
{
    /// <summary>Part of a key, whatever its case (A to Z); or a glob over whole keys if it holds <c>*</c> or <c>?</c>.</summary>
    public string? Q { get; set; }
    public AssetKind? Kind { get; set; }
    public string? Container { get; set; }
    public string? Owner { get; set; }
    public string? Label { get; set; }
    public PeopleData? PeopleData { get; set; }

    public PrivacyReview? Review { get; set; }

    /// <summary>True for those their source no longer has, false for those it has; all when not set.</summary>
    public bool? Gone { get; set; }

    /// <summary>What narrows, each in words: <c>owner anna</c>.</summary>
    internal IReadOnlyList<string> Words()
    {
        (string Name, string? Value)[] all =
        [
            ("name", Q), ("kind", Kind?.Code()), ("container", Container), ("owner", Owner), ("label", Label), ("data about people:", PeopleData?.Code()),
            ("privacy review:", Review?.ToString().ToLowerInvariant()), ("gone:", Gone is { } gone ? gone ? "yes" : "no" : null),
        ];
        return [.. all.Where(w => w.Value is not null).Select(w => $"{w.Name} {w.Value}")];
    }

    internal IQueryable<Asset> Of(DeskDb db)
    {
        var assets = db.Assets.AsNoTracking();
        if (Q.OrNull() is { } q) assets = Named(db.Dialect, assets, q);
        if (Kind is { } kind) assets = assets.Where(a => a.Kind == kind);
        if (Container.OrNull() is { } container) assets = assets.Where(a => a.Container == container);
        if (Owner.OrNull() is { } owner) assets = assets.Where(a => a.Owner == owner);
        if (Label.OrNull() is { } label) assets = assets.Where(a => a.Labels.Contains(label));
        if (PeopleData is { } people) assets = assets.Where(a => a.PeopleData == people);
        if (Review is { } review) assets = assets.Where(a => a.Review == review);
        if (Gone is { } gone) assets = assets.Where(a => a.GoneAt != null == gone);
        return assets;
    }

    static IQueryable<Asset> Named(Dialect dialect, IQueryable<Asset> assets, string q)
    {
        if (KeyPattern.IsOne(q)) return dialect.Matching(assets, q);
        var holding = Dialect.Holding(q);
        return assets.Where(a => EF.Functions.Like(DeskDb.Lower(a.Key), holding, "\\"));
    }
}
