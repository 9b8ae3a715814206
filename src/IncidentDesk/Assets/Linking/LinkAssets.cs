using System.Text.Json.Serialization;
using FluentValidation;
using IncidentDesk.Assets.Events;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Assets.Linking;

/// <summary>
/// Makes assets part of an incident: all that a pattern or a search finds now, or those listed. What
/// is linked already stays as it is.
/// </summary>
[Allow(Allowed)]
[Api("/api/incidents/{incident}/assets", "Link assets by pattern, list, search or saved search")]
public sealed record LinkAssets : AssetSelection, ICommand<LinkedAssets>, IIncidentCommand
{
    internal const Roles Allowed = Roles.Responder | Roles.Privacy;

    public int Incident { get; set; }

    /// <summary>What a <see cref="LinkPreview"/> was called: if anything else would be linked now, nothing is.</summary>
    public string? Previewed { get; set; }

    /// <summary>From when they were open to those who should not see them, if that is known.</summary>
    public DateTimeOffset? ExposedFrom { get; set; }
    public DateTimeOffset? ExposedTo { get; set; }
    public Disclosure Disclosure { get; set; }

    /// <summary>In which line of a file each of the keys stands, from 1; null for keys that came otherwise.</summary>
    [JsonIgnore]
    internal IReadOnlyList<int>? Lines { get; set; }
}

/// <param name="Linked">How many are part of the incident now and were not before.</param>
/// <param name="Unmatched">Names the catalogue does not know, or the pattern if nothing matches it.</param>
/// <param name="Position">Where the record of the incident stands.</param>
public sealed record LinkedAssets(int Linked, int AlreadyLinked, IReadOnlyList<string> Unmatched, int Position)
{
    /// <summary>Names that several assets go by; none of those was linked for it.</summary>
    public IReadOnlyList<AmbiguousName> Ambiguous { get; init; } = [];

    /// <summary>How many lines of the list named what a line before them had named.</summary>
    public int Repeated { get; init; }

    /// <summary>Of a list that came as a file: in which line each of the unmatched names stands first.</summary>
    public IReadOnlyList<int>? UnmatchedLines { get; init; }
}

public sealed class LinkAssetsValidator : AbstractValidator<LinkAssets>
{
    public LinkAssetsValidator(TimeProvider clock)
    {
        this.ChoiceOfAssets(allMayBe: false);
        this.Window(clock, c => c.ExposedFrom, c => c.ExposedTo);
        RuleFor(c => c.Disclosure).IsInEnum();
        RuleFor(c => c.Previewed).Must(p => p is null || (p.Length == 64 && p.All(char.IsAsciiHexDigitLower)))
            .WithMessage("Give the previewed value of the preview: 64 hexadecimal digits; or leave it out.");
    }
}

/// <summary>Reading a million names takes a second; not while everybody waits for the writer.</summary>
internal sealed class LinkAssetsPreparation(DeskDb db, CatalogueNames names)
    : IPreparation<LinkAssets>, IPreparation<UnlinkAssets>, IPreparation<SetExposure>
{
    public Task Prepare(LinkAssets command, CancellationToken ct) => Warm(command, ct);
    public Task Prepare(UnlinkAssets command, CancellationToken ct) => Warm(command, ct);
    public Task Prepare(SetExposure command, CancellationToken ct) => Warm(command, ct);

    async Task Warm(AssetSelection choice, CancellationToken ct)
    {
        if (choice.Keys is { Count: > 0 }) return;
        var now = await names.Now(db, ct);
        if (choice.Review is not null || choice.SavedSearch is not null) await names.Reviewed(db, now, ct);
    }
}

internal sealed class LinkAssetsHandler(DeskDb db, Recorder recorder, AssetChooser chooser)
    : IRequestHandler<LinkAssets, Outcome<LinkedAssets>>
{
    public async Task<Outcome<LinkedAssets>> Handle(LinkAssets c, CancellationToken ct)
    {
        var found = await db.Incident(c.Incident, ct);
        if (!found.Done) return found.Refusal;
        if (found.Value.MustBeWorkable() is { } refused) return refused;

        var meant = await chooser.Of(c, ct);
        if (!meant.Done) return meant.Refusal;
        var chosen = await ChosenAssets.New(db, c.Incident, c, meant.Value, ct);
        if (c.Previewed is { } previewed && previewed != chosen.Called()) return new OtherThanPreviewed(chosen.Keys.Count);
        var answer = new LinkedAssets(chosen.Keys.Count, chosen.Others, chosen.Unmatched, found.Value.Position)
        {
            Ambiguous = meant.Value.Names?.Ambiguous ?? [], Repeated = meant.Value.Names?.Repeated ?? 0,
            UnmatchedLines = ListLines.Of(c)?.First(chosen.Unmatched),
        };
        if (chosen.Keys.Count == 0) return answer;
        var linked = new AssetsLinked(
            chosen.Keys.Count, await db.Attach(chosen.ToBytes(), ct), found.Value.Tally.Plus(c.Disclosure, chosen.Keys.Count),
            c.Disclosure, c.ExposedFrom, c.ExposedTo, meant.Value.Pattern) { How = meant.Value.How, Filter = meant.Value.Filter };
        var position = await recorder.Append(Streams.Incident(c.Incident), ct, linked);
        return position.Done ? answer with { Position = position.Value } : position.Refusal;
    }
}

/// <summary>Between preview and linking the catalogue was imported anew, or somebody linked some of it.</summary>
public sealed record OtherThanPreviewed(int Now) : Refusal.Rule(
    "Nothing was linked. The catalogue or the incident has changed since the preview: "
        + $"{Now.Assets()} would be linked now. Preview again, then link.");
