using IncidentDesk.Assets.Saving;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Record;

namespace IncidentDesk.Assets.Linking;

/// <summary>The assets of the catalogue that somebody meant, in the order of the UTF-8 bytes of their keys.</summary>
/// <param name="Names">What became of each name where names were given; null otherwise.</param>
/// <param name="How">In words for the record, where it was neither a pattern alone nor a list.</param>
internal sealed record Meant(IReadOnlyList<MeantAsset> Assets, NamedAssets? Names, string? Pattern, string? How)
{
    /// <summary>What was searched for, by value: a saved search can change after it was used.</summary>
    public AssetFilter? Filter { get; init; }
}

/// <param name="Or">Null where keys say it all.</param>
internal sealed record Beyond(Meant? Or);

/// <summary>The one place where a choice is turned into assets.</summary>
internal sealed class AssetChooser(DeskDb db, CatalogueNames names)
{
    public async Task<Outcome<Meant>> Of(IChoosesAssets choice, CancellationToken ct)
    {
        if (choice.Keys is { Count: > 0 } keys)
        {
            var named = await NamedAssets.Of(db, keys, ct);
            return new Meant([.. named.Found.Values.Distinct().Order(ByKey.It)], named, null, null);
        }
        if (choice.SavedSearch is not { } number) return await Found(choice.Pattern.OrNull(), choice.Filter, ct);
        var saved = await SavedSearchQueries.Find(db, number, ct);
        if (!saved.Done) return saved.Refusal;
        var found = await Found(null, saved.Value.Filter, ct);
        return found with { How = $"the saved search “{saved.Value.Name}” ({found.How})" };
    }

    /// <summary>
    /// For commands about what is linked: only where the choice goes by more than keys does
    /// the catalogue have to be asked.
    /// </summary>
    public async Task<Outcome<Beyond>> Beyond(IChoosesAssets choice, CancellationToken ct)
    {
        if (choice.Filter is null && choice.SavedSearch is null) return new Beyond(null);
        var meant = await Of(choice, ct);
        return meant.Done ? new Beyond(meant.Value) : meant.Refusal;
    }

    async Task<Meant> Found(string? pattern, AssetFilter? filter, CancellationToken ct)
    {
        var now = db.Database.CurrentTransaction is null ? await names.Now(db, ct) : await names.Within(db, ct);
        if (filter?.Review is not null) now = await names.Reviewed(db, now, ct);
        var (seen, named) = (await CatalogueNames.Seen(db, now, ct), now.OnlyNamed.ToHashSet());
        var found = pattern is null ? now.All(filter ?? new(), spelled: false, seen)
            : now.All((filter ?? new()) with { Q = pattern }, spelled: true, seen);
        // A pattern is looked for as a key and the search as a name; where both are given, what is in both is meant.
        if (pattern is not null && filter?.Q is not null)
            found = [.. found.IntersectBy(now.All(filter, spelled: false, seen).Select(p => p.Id), p => p.Id)];
        var meant = found.ConvertAll(p => new MeantAsset(p.Id, p.Key, named.Contains(p.Id)));
        meant.Sort(ByKey.It);
        return new(meant, null, pattern, How(filter)) { Filter = filter };
    }

    static string? How(AssetFilter? filter)
    {
        var terms = filter?.Words() ?? [];
        return terms.Count == 0 ? null : string.Join(", ", terms);
    }
}

/// <summary>
/// By the bytes of UTF-8, as keys stand in attachments; .NET compares UTF-16, where an emoji stands
/// before some that it comes behind here.
/// </summary>
internal sealed class ByKey : IComparer<MeantAsset>, IComparer<string>
{
    public static readonly ByKey It = new();

    public int Compare(MeantAsset x, MeantAsset y) => Compare(x.Key, y.Key);

    public int Compare(string? x, string? y)
    {
        var same = x.AsSpan().CommonPrefixLength(y);
        if (same == x!.Length || same == y!.Length) return x.Length.CompareTo(y!.Length);
        return Place(x[same]).CompareTo(Place(y[same]));
    }

    /// <summary>Halves of pairs stand for characters behind all others.</summary>
    static int Place(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
}
