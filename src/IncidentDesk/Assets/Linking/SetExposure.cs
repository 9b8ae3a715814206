using FluentValidation;
using IncidentDesk.Assets.Events;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Assets.Linking;

/// <summary>Writes down what became known of linked assets. What is not given stays as it was.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
[Api("/api/incidents/{incident}/assets/exposure", "Set the exposure window and disclosure of linked assets")]
public sealed record SetExposure : AssetSelection, ICommand<ExposureChanged>, IIncidentCommand, IChoosesAssets
{
    public int Incident { get; set; }

    /// <summary>Every asset of the incident.</summary>
    public bool All { get; set; }
    public DateTimeOffset? ExposedFrom { get; set; }
    public DateTimeOffset? ExposedTo { get; set; }
    public Disclosure? Disclosure { get; set; }

    /// <summary>The window recorded so far was wrong: forget both its ends before those given here are set.</summary>
    public bool ClearWindow { get; set; }
}

/// <param name="Unmatched">Keys that are not linked, or the pattern if nothing linked matches it.</param>
/// <param name="Position">Where the record of the incident stands.</param>
public sealed record ExposureChanged(int Changed, int Unchanged, IReadOnlyList<string> Unmatched, int Position);

public sealed class SetExposureValidator : AbstractValidator<SetExposure>
{
    public SetExposureValidator(TimeProvider clock)
    {
        this.ChoiceOfAssets(allMayBe: true);
        this.Window(clock, c => c.ExposedFrom, c => c.ExposedTo);
        RuleFor(c => c.Disclosure).IsInEnum();
        RuleFor(c => c.Disclosure).Must((c, d) => d is not null || c.ExposedFrom is not null || c.ExposedTo is not null || c.ClearWindow)
            .WithMessage("Give at least one change: the disclosure, or the start or end of the exposure window.");
    }
}

/// <summary>Together with what is recorded, the window would run backwards.</summary>
public sealed record ExposureEndsBeforeItStarts(int Assets)
    : Refusal.Rule($"Nothing was saved. For {Assets.Assets()} the exposure would end before it starts. "
        + "Give both start and end, or choose those assets separately.");

internal sealed class SetExposureHandler(DeskDb db, Recorder recorder, AssetChooser chooser)
    : IRequestHandler<SetExposure, Outcome<ExposureChanged>>
{
    const string Differs = "(l.ExposedFrom, l.ExposedTo, l.Disclosure) IS DISTINCT "
        + $"FROM ({ExposureTerms.From}, {ExposureTerms.To}, {ExposureTerms.Disclosure})";
    const string Backwards = $"coalesce({ExposureTerms.To} < {ExposureTerms.From}, false)";

    public async Task<Outcome<ExposureChanged>> Handle(SetExposure c, CancellationToken ct)
    {
        var found = await db.Incident(c.Incident, ct);
        if (!found.Done) return found.Refusal;
        if (found.Value.MustBeWorkable() is { } refused) return refused;

        var values = ExposureTerms.Values(c.ExposedFrom, c.ExposedTo, c.Disclosure, c.ClearWindow);
        var meant = await chooser.Beyond(c, ct);
        if (!meant.Done) return meant.Refusal;
        if (await Turned(c, meant.Value.Or, values, ct) is > 0 and var turned) return new ExposureEndsBeforeItStarts(turned);
        var chosen = await ChosenAssets.Linked(db, c.Incident, c, meant.Value.Or, Differs, ct, values);
        if (chosen.Keys.Count == 0) return new ExposureChanged(0, chosen.Others, chosen.Unmatched, found.Value.Position);

        var set = new ExposureSet(
            chosen.Keys.Count, await db.Attach(chosen.ToBytes(), ct), Tally(found.Value.Tally, chosen, c.Disclosure),
            c.ExposedFrom, c.ExposedTo, c.Disclosure, c.ClearWindow, c.Pattern.OrNull()) { How = meant.Value.Or?.How };
        var position = await recorder.Append(Streams.Incident(c.Incident), ct, set);
        return position.Done ? new ExposureChanged(set.Count, chosen.Others, chosen.Unmatched, position.Value) : position.Refusal;
    }

    /// <summary>How many windows would run backwards; possible only where one end is given and the other one is on record.</summary>
    async Task<int> Turned(SetExposure c, Meant? meant, (string, object?)[] values, CancellationToken ct) =>
        c.ClearWindow || c.ExposedFrom is null == c.ExposedTo is null ? 0
            : (await ChosenAssets.Linked(db, c.Incident, c, meant, Backwards, ct, values)).Keys.Count;

    static AssetTally Tally(AssetTally was, ChosenAssets chosen, Disclosure? now) =>
        now is { } disclosure ? was.Without(chosen.Disclosures).Plus(disclosure, chosen.Keys.Count) : was;
}
