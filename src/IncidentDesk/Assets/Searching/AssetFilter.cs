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

    internal IQueryable<Asset> Of(DeskDb db)
    {
        var assets = db.Assets.AsNoTracking();
        if (Q.OrNull() is { } q) assets = Named(db.Dialect, assets, q);
        if (Kind is { } kind) assets = assets.Where(a => a.Kind == kind);
        if (Container.OrNull() is { } container) assets = assets.Where(a => a.Container == container);
        if (Owner.OrNull() is { } owner) assets = assets.Where(a => a.Owner == owner);
        if (Label.OrNull() is { } label) assets = assets.Where(a => a.Labels.Contains(label));
        if (PeopleData is { } people) assets = assets.Where(a => a.PeopleData == people);
        return assets;
    }

    static IQueryable<Asset> Named(Dialect dialect, IQueryable<Asset> assets, string q)
    {
        if (KeyPattern.IsOne(q)) return dialect.Matching(assets, q);
        var holding = Dialect.Holding(q);
        return assets.Where(a => EF.Functions.Like(DeskDb.Lower(a.Key), holding, "\\"));
    }
}
