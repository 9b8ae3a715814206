using System.Text;
using System.Text.Json.Serialization;
using FluentValidation;
using IncidentDesk.Assets.Events;
using IncidentDesk.Assets.Lineage;
using IncidentDesk.Assets.Reaching;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Linking;

/// <summary>Makes everything downstream (or upstream) of what is linked part of the incident too, in one entry.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
[Api("/api/incidents/{incident}/blast-radius/links",
    "Link what is downstream or upstream of the linked assets, in one entry")]
public sealed record LinkReached : ICommand<LinkedAssets>, IIncidentCommand
{
    public int Incident { get; set; }
    public LineageDirection Direction { get; set; }

    /// <summary>At most so many hops from what is linked; as far as it goes when left out.</summary>
    public int? Hops { get; set; }

    /// <summary>Only what holds data about people, as far as the catalogue says.</summary>
    public bool OnlyPeopleData { get; set; }

    /// <summary>From when they were open to those who should not see them, if that is known.</summary>
    public DateTimeOffset? ExposedFrom { get; set; }
    public DateTimeOffset? ExposedTo { get; set; }
    public Disclosure Disclosure { get; set; }

    /// <summary>Numbers of the assets, found before the transaction.</summary>
    [JsonIgnore]
    internal IReadOnlyList<int> Found { get; set; } = [];
}

public sealed class LinkReachedValidator : AbstractValidator<LinkReached>
{
    public LinkReachedValidator(TimeProvider clock)
    {
        RuleFor(c => c.Direction).IsInEnum();
        RuleFor(c => c.Hops).InclusiveBetween(1, ReachWanted.MostDepth)
            .WithMessage($"Write a whole number from 1 to {ReachWanted.MostDepth:N0}, or leave it empty.");
        this.Window(clock, c => c.ExposedFrom, c => c.ExposedTo);
        RuleFor(c => c.Disclosure).IsInEnum();
    }
}

/// <summary>The catalogue may have to be read for it; meanwhile nobody waits for the writer.</summary>
internal sealed class LinkReachedPreparation(DeskDb db, CatalogueLineage lineage, TimeProvider clock) : IPreparation<LinkReached>
{
    public async Task Prepare(LinkReached c, CancellationToken ct)
    {
        var reached = await Reached.From(db, lineage, c.Incident, new() { Direction = c.Direction, Depth = c.Hops }, Moment.Now(clock), ct);
        // What the caller cannot see is refused by the handler.
        if (reached.Done) c.Found = reached.Value.Assets(c.OnlyPeopleData);
    }
}

internal sealed class LinkReachedHandler(DeskDb db, Recorder recorder) : IRequestHandler<LinkReached, Outcome<LinkedAssets>>
{
    public async Task<Outcome<LinkedAssets>> Handle(LinkReached c, CancellationToken ct)
    {
        var found = await db.Incident(c.Incident, ct);
        if (!found.Done) return found.Refusal;
        if (found.Value.MustBeWorkable() is { } refused) return refused;
        if (c.Found.Count > AssetChoice.MostKeys) return new TooManyReached(c.Found.Count);

        var keys = await NotLinked(c, ct);
        if (keys.Count == 0) return new LinkedAssets(0, c.Found.Count, [], found.Value.Position);
        var attachment = await db.Attach(Encoding.UTF8.GetBytes(string.Join('\n', keys)), ct);
        var linked = new AssetsLinked(keys.Count, attachment,
            found.Value.Tally.Plus(c.Disclosure, keys.Count), c.Disclosure, c.ExposedFrom, c.ExposedTo)
        {
            Reached = new(c.Direction, c.Hops, c.OnlyPeopleData),
        };
        var position = await recorder.Append(Streams.Incident(c.Incident), ct, linked);
        return position.Done ? new LinkedAssets(linked.Count, c.Found.Count - keys.Count, [], position.Value) : position.Refusal;
    }

    /// <summary>In the order of their UTF-8 bytes, as every list of keys is kept.</summary>
    async Task<IReadOnlyList<string>> NotLinked(LinkReached c, CancellationToken ct)
    {
        var keys = new List<string>();
        var links = db.AssetLinks.IgnoreQueryFilters().Where(l => l.Incident == c.Incident && l.ToPosition == null);
        foreach (var some in c.Found.Chunk(5_000))
            keys.AddRange(await db.Assets.Where(a => some.Contains(a.Id) && !links.Any(l => l.AssetId == a.Id))
                .Select(a => a.Key).ToListAsync(ct));
        return [.. keys.Order(ByKey.It)];
    }

    /// <summary>More than one entry carries.</summary>
    public sealed record TooManyReached(int Count) : Refusal.Rule(
        $"Nothing was linked: {Count:N0} assets would be linked, but one entry can link at "
            + $"most {AssetChoice.MostKeys:N0}. Use fewer hops, or only assets with data about people.");
}
