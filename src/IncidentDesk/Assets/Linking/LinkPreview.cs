using IncidentDesk.Assets.Searching;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Linking;

/// <summary>What linking would come to now. Reading it writes nothing.</summary>
/// <param name="Count">How many assets would be linked.</param>
/// <param name="AlreadyLinked">How many of those meant are part of the incident already.</param>
/// <param name="Previewed">What the preview is called; sent along with the command, nothing else is linked than what was previewed.</param>
public sealed record LinkPreview(int Count, int AlreadyLinked, string Previewed)
{
    /// <summary>So many names, and so many assets, are listed at most; what is behind them is counted.</summary>
    public const int Most = 100, Sampled = 10;

    /// <summary>How many names the catalogue does not know, and the first of them; or the pattern, if nothing matches it.</summary>
    public int UnmatchedCount { get; init; }
    public IReadOnlyList<UnmatchedName> Unmatched { get; init; } = [];

    /// <summary>How many names several assets go by, and the first of them; none of those assets would be linked for it.</summary>
    public int AmbiguousCount { get; init; }
    public IReadOnlyList<AmbiguousName> Ambiguous { get; init; } = [];

    /// <summary>How many lines of the list name what a line before them names.</summary>
    public int Repeated { get; init; }

    /// <summary>By what they are found, in words; null for a pattern alone and for a list.</summary>
    public string? How { get; init; }

    /// <summary>Some of those that would be linked, from the first key to the last.</summary>
    public IReadOnlyList<SampledAsset> Sample { get; init; } = [];

    /// <summary>Every key that would be linked, in the order of their UTF-8 bytes.</summary>
    internal IReadOnlyList<string> Keys { get; init; } = [];
}

/// <param name="Line">Where it stands first in a list that came as a file, from 1; null otherwise.</param>
public sealed record UnmatchedName(string Name, int? Line);

public sealed record SampledAsset(string Key, AssetKind Kind, string? Container, string? Owner, PeopleData PeopleData);

/// <summary>Looks at what a command would link, by the eyes that linking has and for those who may link.</summary>
public sealed class LinkPreviews(Desk desk, CatalogueNames names, TimeProvider clock)
{
    public Task<Outcome<LinkPreview>> Of(LinkAssets command, Actor by, CancellationToken ct = default) =>
        desk.Read(by, async (db, caller) =>
        {
            if (!caller.Has(LinkAssets.Allowed | Roles.Administrator)) return IncidentFile.Missing(command.Incident);
            return new LinkAssetsValidator(clock).Problem(command) is { } wrong ? wrong : await Look(db, command, ct);
        }, ct);

    async Task<Outcome<LinkPreview>> Look(DeskDb db, LinkAssets command, CancellationToken ct)
    {
        var incident = await db.Incident(command.Incident, ct);
        if (!incident.Done) return incident.Refusal;
        if (incident.Value.MustBeWorkable() is { } refused) return refused;
        var meant = await new AssetChooser(db, names).Of(command, ct);
        if (!meant.Done) return meant.Refusal;
        var (chosen, named) = (await ChosenAssets.New(db, command.Incident, command, meant.Value, ct), meant.Value.Names);
        return new LinkPreview(chosen.Keys.Count, chosen.Others, chosen.Called())
        {
            UnmatchedCount = chosen.Unmatched.Count, Unmatched = Unmatched(command, [.. chosen.Unmatched.Take(LinkPreview.Most)]),
            AmbiguousCount = named?.Ambiguous.Count ?? 0,
            Ambiguous = [.. (named?.Ambiguous ?? []).Take(LinkPreview.Most)], Repeated = named?.Repeated ?? 0,
            How = meant.Value.How, Sample = await Sample(db, chosen.Keys, ct), Keys = chosen.Keys,
        };
    }

    static List<UnmatchedName> Unmatched(LinkAssets command, List<string> shown)
    {
        var lines = shown.Count > 0 ? ListLines.Of(command)?.First(shown) : null;
        return [.. shown.Select((name, i) => new UnmatchedName(name, lines?[i]))];
    }

    /// <summary>The first keys alone would all be of one schema.</summary>
    static async Task<IReadOnlyList<SampledAsset>> Sample(DeskDb db, IReadOnlyList<string> keys, CancellationToken ct)
    {
        var some = keys.Count <= LinkPreview.Sampled ? [.. keys]
            : Enumerable.Range(0, LinkPreview.Sampled)
                .Select(i => keys[(int)((long)i * (keys.Count - 1) / (LinkPreview.Sampled - 1))]).ToList();
        var rows = await db.Assets.AsNoTracking().Where(a => some.Contains(a.Key))
            .Select(a => new SampledAsset(a.Key, a.Kind, a.Container, a.Owner, a.PeopleData)).ToListAsync(ct);
        return [.. rows.OrderBy(r => r.Key, ByKey.It)];
    }
}
