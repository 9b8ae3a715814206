using FluentValidation;
using IncidentDesk.Assets.Events;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses.Approving;
using IncidentDesk.People;
using IncidentDesk.Storage;
using IncidentDesk.Timeline;
using MediatR;

namespace IncidentDesk.Assets.Linking;

/// <summary>Makes assets part of an incident: all that a pattern matches, or those listed. What is linked already stays as it is.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
public sealed record LinkAssets : ICommand<LinkedAssets>, IIncidentCommand, IChoosesAssets
{
    public int Incident { get; set; }

    /// <summary>A glob over whole keys: <c>*</c> crosses dots, <c>?</c> is one character, <c>_</c> is itself.</summary>
    public string? Pattern { get; set; }
    public IReadOnlyList<string>? Keys { get; set; }

    /// <summary>From when they were open to those who should not see them, if that is known.</summary>
    public DateTimeOffset? ExposedFrom { get; set; }
    public DateTimeOffset? ExposedTo { get; set; }
    public Disclosure Disclosure { get; set; }

    bool IChoosesAssets.All => false;
}

/// <param name="Linked">How many are part of the incident now and were not before.</param>
/// <param name="Unmatched">Keys the catalogue does not know, or the pattern if nothing matches it.</param>
/// <param name="Position">Where the record of the incident stands.</param>
public sealed record LinkedAssets(int Linked, int AlreadyLinked, IReadOnlyList<string> Unmatched, int Position);

public sealed class LinkAssetsValidator : AbstractValidator<LinkAssets>
{
    public LinkAssetsValidator(TimeProvider clock)
    {
        this.ChoiceOfAssets(allMayBe: false);
        this.Window(clock, c => c.ExposedFrom, c => c.ExposedTo);
        RuleFor(c => c.Disclosure).IsInEnum();
    }
}

internal sealed class LinkAssetsHandler(DeskDb db, Recorder recorder) : IRequestHandler<LinkAssets, Outcome<LinkedAssets>>
{
    public async Task<Outcome<LinkedAssets>> Handle(LinkAssets c, CancellationToken ct)
    {
        var found = await db.Incident(c.Incident, ct);
        if (!found.Done) return found.Refusal;
        if (found.Value.MustBeWorkable() is { } standing) return standing;

        var chosen = await ChosenAssets.InCatalogue(db, c.Incident, c, ct);
        if (chosen.Keys.Count == 0) return new LinkedAssets(0, chosen.Others, chosen.Unmatched, found.Value.Position);
        var linked = new AssetsLinked(
            chosen.Keys.Count, await db.Attach(chosen.ToBytes(), ct), found.Value.Tally.Plus(c.Disclosure, chosen.Keys.Count),
            c.Disclosure, c.ExposedFrom, c.ExposedTo, c.Pattern.OrNull());
        var position = await recorder.AppendDisclosure(db, found.Value, linked, ct);
        return position.Done ? new LinkedAssets(linked.Count, chosen.Others, chosen.Unmatched, position.Value) : position.Refusal;
    }
}
