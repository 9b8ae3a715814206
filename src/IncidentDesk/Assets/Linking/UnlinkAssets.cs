using FluentValidation;
using IncidentDesk.Assets.Events;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses.Resuming;
using IncidentDesk.People;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Assets.Linking;

/// <summary>Takes assets out of an incident; what was known of them until then stays readable.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
[Api("/api/incidents/{incident}/assets/unlink", "Unlink assets by pattern, list or search, or all of them")]
public sealed record UnlinkAssets : AssetSelection, ICommand<UnlinkedAssets>, IIncidentCommand, IChoosesAssets
{
    public int Incident { get; set; }

    /// <summary>Every asset of the incident.</summary>
    public bool All { get; set; }
    [Lines]
    public string Reason { get; set; } = "";
}

/// <param name="Unmatched">Keys that were not linked, or the pattern if nothing linked matches it.</param>
/// <param name="Position">Where the record of the incident stands.</param>
public sealed record UnlinkedAssets(int Unlinked, IReadOnlyList<string> Unmatched, int Position);

public sealed class UnlinkAssetsValidator : AbstractValidator<UnlinkAssets>
{
    public UnlinkAssetsValidator()
    {
        this.ChoiceOfAssets(allMayBe: true);
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class UnlinkAssetsHandler(DeskDb db, Recorder recorder, AssetChooser chooser)
    : IRequestHandler<UnlinkAssets, Outcome<UnlinkedAssets>>
{
    public async Task<Outcome<UnlinkedAssets>> Handle(UnlinkAssets c, CancellationToken ct)
    {
        var found = await db.Incident(c.Incident, ct);
        if (!found.Done) return found.Refusal;
        if (found.Value.MustBeWorkable() is { } refused) return refused;

        var meant = await chooser.Beyond(c, ct);
        if (!meant.Done) return meant.Refusal;
        var chosen = await ChosenAssets.Linked(db, c.Incident, c, meant.Value.Or, "true", ct);
        if (chosen.Keys.Count == 0) return new UnlinkedAssets(0, chosen.Unmatched, found.Value.Position);
        var unlinked = new AssetsUnlinked(
            chosen.Keys.Count, await db.Attach(chosen.ToBytes(), ct), found.Value.Tally.Without(chosen.Disclosures),
            c.Reason.Trim(), c.Pattern.OrNull()) { How = meant.Value.Or?.How };
        var position = await recorder.Append(Streams.Incident(c.Incident), ct, unlinked);
        return position.Done ? new UnlinkedAssets(unlinked.Count, chosen.Unmatched, position.Value) : position.Refusal;
    }
}
