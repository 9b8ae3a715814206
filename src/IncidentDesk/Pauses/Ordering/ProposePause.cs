using System.Text.RegularExpressions;
using FluentValidation;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses.Events;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses.Ordering;

/// <summary>Asks that something stops; it is in force once somebody orders it.</summary>
[Allow(PauseFile.MayPause)]
[Api("/api/pauses", "Propose a pause; it takes effect when it is ordered", Makes = "/api/pauses/{key}")]
public sealed record ProposePause : ICommand<Proposed>
{
    /// <summary>Letters, digits and <c>. _ : -</c>; machines ask for the pause by it.</summary>
    public string Key { get; set; } = "";
    public string Target { get; set; } = "";
    public string Scope { get; set; } = "";
    public PauseMode Mode { get; set; }
    [Lines]
    public string Reason { get; set; } = "";

    /// <summary>The incident it belongs to; without one the pause stands by itself and everybody sees it.</summary>
    public int? Incident { get; set; }

    /// <summary>By when somebody must look at it again.</summary>
    public DateTimeOffset? ReviewBy { get; set; }

    /// <summary>What the words of the scope mean for machines: programs, pipelines, features, assets, by name or pattern.</summary>
    public List<PauseTarget> Targets { get; set; } = [];

    /// <summary>What has to be met before it resumes.</summary>
    public List<string> Conditions { get; set; } = [];
}

/// <summary>The key by which the pause is known from now on.</summary>
public sealed record Proposed(string Key, int Position)
{
    /// <summary>Other pauses, as far as the caller may see them, that reach some of the same; pointed out, not refused.</summary>
    public IReadOnlyList<string> Overlaps { get; init; } = [];
}

public sealed partial class ProposePauseValidator : AbstractValidator<ProposePause>
{
    public ProposePauseValidator(TimeProvider clock)
    {
        RuleFor(c => c.Key).Must(k => k is not null && Slug().IsMatch(k))
            .WithMessage("A key has 1 to 100 characters: letters, digits and . _ : "
                + "- only, at least one letter or digit. Machines ask with this key.");
        RuleFor(c => c.Target).Line("Name what is paused: a program, a pipeline or a feature.");
        RuleFor(c => c.Scope).Line("Give the scope: which places, people or data. For all of it, write \"everything\".");
        RuleFor(c => c.Mode).IsInEnum();
        RuleFor(c => c.Reason).Reason();
        RuleFor(c => c.ReviewBy).NotNull().WithMessage("Give the time of the next re-check. The pause does not end by itself.")
            .RecheckAhead(clock);
        RuleFor(c => c.Targets).Targets();
        RuleFor(c => c.Conditions).NotNull().Must(c => c is null || c.Count <= 50).WithMessage("A pause has at most 50 conditions.");
        RuleForEach(c => c.Conditions).Reason();
    }

    /// <summary>With a letter or digit in it: an address that ends in <c>..</c> leads elsewhere.</summary>
    [GeneratedRegex(@"\A(?=[._:-]*[A-Za-z0-9])[A-Za-z0-9._:-]{1,100}\z")]
    private static partial Regex Slug();
}

internal sealed class ProposePauseHandler(DeskDb db, Recorder recorder) : IRequestHandler<ProposePause, Outcome<Proposed>>
{
    public async Task<Outcome<Proposed>> Handle(ProposePause c, CancellationToken ct)
    {
        if (c.Incident is { } number && await RefusalOf(number, ct) is { } refused) return refused;
        if (await Taken(c.Key, ct) is { } taken) return taken;
        var proposed = new PauseProposed(
            c.Key, c.Target.Trim(), c.Scope.Trim(), c.Mode, c.Reason.Trim(), c.ReviewBy!.Value, [.. c.Conditions.Select(x => x.Trim())]);
        IReadOnlyList<Fact> facts = c.Targets.Count == 0 ? [proposed] : [proposed, new TargetsNamed(c.Key, [.. c.Targets.Distinct()])];
        var position = await recorder.Append(Streams.Pause(c.Key, c.Incident), ct, facts);
        if (!position.Done) return position.Refusal;
        var overlaps = await PauseQueries.Overlapping(db, c.Key, c.Targets, ct);
        return new Proposed(c.Key, position.Value) { Overlaps = [.. overlaps.Select(p => p.Key)] };
    }

    async Task<Refusal?> RefusalOf(int number, CancellationToken ct)
    {
        var incident = await db.Incident(number, ct);
        return incident.Done ? incident.Value.MustBeWorkable() : incident.Refusal;
    }

    async Task<Refusal?> Taken(string key, CancellationToken ct)
    {
        if (!await db.Pauses.IgnoreQueryFilters().AnyAsync(p => p.Key == key, ct)) return null;
        var seen = await db.Pauses.SingleOrDefaultAsync(p => p.Key == key, ct);
        return new Pause.KeyTaken(key, seen?.State.Word());
    }
}
