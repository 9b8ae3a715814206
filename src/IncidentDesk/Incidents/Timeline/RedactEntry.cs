using System.Collections.Immutable;
using FluentValidation;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents.Timeline;

/// <summary>
/// Removes personal words from an entry for good: out of the record, the read tables, the kept answers and the database file.
/// That it was done, by whom and why stays.
/// </summary>
[Allow(Roles.Privacy)]
[Api("/api/incidents/{incident}/redactions",
    "Permanently remove personal data from an entry; the chain still verifies")]
public sealed record RedactEntry : ICommand<Redacted>, IIncidentCommand
{
    public int Incident { get; set; }
    public int Position { get; set; }

    /// <summary>The exact words to remove; everything people wrote in the entry when left out.</summary>
    [Lines]
    public string? Passage { get; set; }

    /// <summary>Why, without repeating the words.</summary>
    [Lines]
    public string Reason { get; set; } = "";
}

/// <param name="Position">Where the redaction stands in the record.</param>
/// <param name="AlsoIn">Positions of other entries that hold the same words; each is redacted by its own command.</param>
public sealed record Redacted(int Position, ImmutableArray<int> AlsoIn);

public sealed class RedactEntryValidator : AbstractValidator<RedactEntry>
{
    public RedactEntryValidator()
    {
        RuleFor(c => c.Position).GreaterThan(0).WithMessage("Entries are numbered from 1.");
        RuleFor(c => c.Passage).Prose();
        RuleFor(c => c.Passage).Must(p => p is null || p.Trim().Length > 1)
            .WithMessage("Give the words to remove, at least two characters; leave this empty to remove all text of the entry.");
        RuleFor(c => c.Reason).Reason();
        RuleFor(c => c.Reason).Must((c, reason) => c.Passage is null || !Repeats(reason, c.Passage))
            .WithMessage("The reason repeats the words to be removed. It stays in the record; write it without them.");
    }

    internal static bool Repeats(string? reason, string passage) =>
        reason?.Contains(passage.Trim(), StringComparison.OrdinalIgnoreCase) is true;
}

internal sealed class RedactEntryHandler(DeskDb db, Recorder recorder, Call call) : IRequestHandler<RedactEntry, Outcome<Redacted>>
{
    public async Task<Outcome<Redacted>> Handle(RedactEntry c, CancellationToken ct)
    {
        var incident = await db.Incident(c.Incident, ct);
        if (!incident.Done) return incident.Refusal;
        var stream = Streams.Incident(c.Incident);
        var readable = db.Entries.Where(e => e.Stream == stream).Where(Privilege.Readable(incident.Value, call.Caller));
        var entry = await readable.FirstOrDefaultAsync(e => e.Position == c.Position, ct);
        if (entry is null) return new NoSuchEntry(c.Incident, c.Position);
        var removed = Removed(entry, c);
        if (!removed.Done) return removed.Refusal;

        var appended = await Replace(entry, c, ct);
        if (!appended.Done) return appended.Refusal;
        await db.ForgetAnswers(removed.Value, ct);
        await recorder.Rebuild(stream, ct);
        db.Forgets = true;
        return new Redacted(appended.Value, await AlsoIn(readable.AsNoTracking(), entry.Position, removed.Value, ct));
    }

    /// <summary>The words that go, or why they cannot.</summary>
    static Outcome<IReadOnlyList<string>> Removed(Entry entry, RedactEntry c)
    {
        var words = Redaction.WordsOf(entry.Kind, entry.Payload).Where(w => w.Length > 0 && w != Redaction.Mark).ToList();
        if (words.Count == 0) return new NothingToRedact(c.Position);
        if (c.Passage is { } passage)
            return words.Exists(w => w.Contains(passage, StringComparison.Ordinal)) ? (List<string>)[passage]
                : new NotInThisEntry(c.Position);
        return words.Exists(w => RedactEntryValidator.Repeats(c.Reason, w)) ? new ReasonRepeats(c.Position) : words;
    }

    async Task<Outcome<int>> Replace(Entry entry, RedactEntry c, CancellationToken ct)
    {
        entry.Payload = Redaction.Without(entry.Kind, entry.Payload, c.Passage);
        entry.Salt = Chain.NewSalt();
        var redacted = new EntryRedacted(
            entry.Position, Convert.ToHexStringLower(Chain.Commit(entry.Salt, entry.Payload)), c.Reason.Trim());
        var fact = new Fact(redacted) { Privileged = entry.Privileged, Supersedes = entry.Position };
        var written = await recorder.Record(entry.Stream, ct, fact);
        if (!written.Done) return written.Refusal;
        entry.RedactedBy = written.Value.Last;
        return written.Value.Head;
    }

    /// <summary>Read after the rebuilding, when the change tracker is empty and the record is as it will be.</summary>
    static async Task<ImmutableArray<int>> AlsoIn(
        IQueryable<Entry> readable, int position, IReadOnlyList<string> words, CancellationToken ct)
    {
        var found = ImmutableArray.CreateBuilder<int>();
        await foreach (var other in readable.Where(e => e.Position != position)
            .OrderBy(e => e.Position).AsAsyncEnumerable().WithCancellation(ct))
            if (Redaction.WordsOf(other.Kind, other.Payload).Any(text => words.Any(w => text.Contains(w, StringComparison.Ordinal))))
                found.Add(other.Position);
        return found.ToImmutable();
    }
}

/// <summary>Nobody wrote anything in this entry, or it is gone already.</summary>
public sealed record NothingToRedact(int Position)
    : Refusal.Rule($"Nothing was removed. Entry {Position} contains no text written by a person, or it was already removed.");

/// <summary>The words are not there, letter by letter.</summary>
public sealed record NotInThisEntry(int Position)
    : Refusal.Rule($"Nothing was removed. The text of entry {Position} does not contain exactly these words. "
        + "Copy them from the entry, or leave them out to remove all text.");

/// <summary>The reason stays for ever, so it cannot hold what is to go.</summary>
public sealed record ReasonRepeats(int Position)
    : Refusal.Rule(
        $"Nothing was removed. The reason repeats the words of entry {Position}. It stays in the record; write it without them.");
