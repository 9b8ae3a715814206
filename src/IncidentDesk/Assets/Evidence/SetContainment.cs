using FluentValidation;
using IncidentDesk.Assets.Evidence.Events;
using IncidentDesk.Assets.Evidence.Recording;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Evidence;

/// <summary>Says how far linked assets are contained. Verified says that somebody looked after it was closed, so it comes second.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
[Api("/api/incidents/{incident}/assets/containment", "Mark assets exposed, contained or verified, with the proof")]
public sealed record SetContainment : ICommand<ContainmentChanged>, IIncidentCommand, IChoosesAssets
{
    public int Incident { get; set; }
    public string? Pattern { get; set; }
    public IReadOnlyList<string>? Keys { get; set; }

    /// <summary>Every asset of the incident.</summary>
    public bool All { get; set; }
    public Containment? State { get; set; }

    /// <summary>Text, link or hash of what shows it.</summary>
    [Lines]
    public string Evidence { get; set; } = "";

    /// <summary>Who closed it, or who looked; whoever records it when left out.</summary>
    public string? DoneBy { get; set; }
}

/// <param name="Changed">How many are in this state now and were not before.</param>
/// <param name="Unmatched">Keys that are not linked, or the pattern if nothing linked matches it.</param>
public sealed record ContainmentChanged(int Changed, int Unchanged, IReadOnlyList<string> Unmatched, int Position);

public sealed class SetContainmentValidator : AbstractValidator<SetContainment>
{
    public SetContainmentValidator()
    {
        this.ChoiceOfAssets(allMayBe: true);
        RuleFor(c => c.State).NotNull().WithMessage("Choose exposed, contained or verified.").IsInEnum();
        RuleFor(c => c.Evidence).NotEmpty().WithMessage("Give the proof: a text, a link or a hash.");
        RuleFor(c => c.Evidence).EvidenceText();
        RuleFor(c => c.DoneBy).NameIfAny();
    }
}

/// <summary>What nobody closed cannot be found closed.</summary>
public sealed record NotContainedYet(int Assets)
    : Refusal.Rule($"Nothing was saved. {Assets.Assets()} of those chosen {(Assets == 1 ? "is" : "are")} "
        + $"not contained. Set {(Assets == 1 ? "it" : "them")} to contained first, "
        + $"with the proof, or leave {(Assets == 1 ? "it" : "them")} out.");

internal sealed class SetContainmentHandler(DeskDb db, Recorder recorder, Call call)
    : IRequestHandler<SetContainment, Outcome<ContainmentChanged>>
{
    public async Task<Outcome<ContainmentChanged>> Handle(SetContainment c, CancellationToken ct)
    {
        var incident = await db.Incident(c.Incident, ct);
        if (!incident.Done) return incident.Refusal;
        if (incident.Value.MustBeWorkable() is { } refused) return refused;

        var (chosen, state) = (await ChosenAssets.Linked(db, c.Incident, c, "true", ct), c.State!.Value);
        var now = await States(c.Incident, ct);
        var change = chosen.Keys.Where(k => now.GetValueOrDefault(k) != state).ToList();
        if (state is Containment.Verified && change.Count(k => now.GetValueOrDefault(k) is Containment.Exposed) is > 0 and var open)
            return new NotContainedYet(open);
        if (change.Count == 0) return new ContainmentChanged(0, chosen.Keys.Count, chosen.Unmatched, incident.Value.Position);

        var attachment = await db.Attach(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', change)), ct);
        var position = await recorder.Append(Streams.Incident(c.Incident), ct,
            new ContainmentSet(change.Count, attachment, state, c.Evidence.Trim(),
                c.DoneBy.OrNull() ?? call.Caller.Name, c.Pattern.OrNull()));
        return position.Done
            ? new ContainmentChanged(change.Count, chosen.Keys.Count - change.Count, chosen.Unmatched, position.Value)
            : position.Refusal;
    }

    /// <summary>The state of each asset of which something was said; of the others it is exposed.</summary>
    async Task<Dictionary<string, Containment>> States(int incident, CancellationToken ct)
    {
        var pieces = await db.Evidence.AsNoTracking()
            .Where(p => p.Incident == incident && p.Kind == EvidenceKind.Containment && p.WithdrawnAt == null)
            .OrderBy(p => p.Position).ToListAsync(ct);
        var byId = new Dictionary<int, Containment>();
        foreach (var piece in pieces)
            foreach (var line in EvidenceLine.Unpack(piece.Lines)) byId[line.AssetId] = piece.Says.State!.Value;
        if (byId.Count == 0) return [];
        int[] ids = [.. byId.Keys];
        return await db.Assets.Where(a => EF.Parameter(ids).Contains(a.Id)).Select(a => new { a.Key, a.Id })
            .ToDictionaryAsync(a => a.Key, a => byId[a.Id], StringComparer.Ordinal, ct);
    }
}
