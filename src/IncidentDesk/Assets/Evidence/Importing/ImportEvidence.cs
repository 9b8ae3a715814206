using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FluentValidation;
using IncidentDesk.Assets.Evidence.Events;
using IncidentDesk.Assets.Evidence.Recording;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Evidence.Importing;

/// <summary>Takes evidence about linked assets from a file, in one entry. The file was read before, outside the one writer.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
[Api("/api/incidents/{incident}/evidence/imports", "Import evidence from a CSV file")]
public sealed record ImportEvidence : ICommand<ImportedEvidence>, IIncidentCommand
{
    public int Incident { get; set; }

    /// <summary>Position of the entry that said it wrongly; its evidence then counts no more.</summary>
    public int? Replaces { get; set; }

    [JsonIgnore]
    public EvidenceRows File { get; set; } = EvidenceRows.None;

    /// <summary>Stands for the rows where two requests are compared.</summary>
    public string Sha256 => File.Sha256;
}

/// <param name="Assets">About how many assets the rows are that were taken; 0 when the same file is on record already.</param>
public sealed record ImportedEvidence(int Rows, int Assets, IReadOnlyList<RejectedRow> Rejected, int Position);

public sealed class ImportEvidenceValidator : AbstractValidator<ImportEvidence>
{
    public ImportEvidenceValidator()
    {
        this.Replacing(c => c.Replaces);
        RuleFor(c => c.File.Name).NotEmpty().MaximumLength(200).WithName("file")
            .WithMessage("Give the name of the file, in at most 200 characters.");
    }
}

/// <summary>Taken twice, its rows would be counted twice.</summary>
public sealed record FileOnRecord(int Position)
    : Refusal.Rule($"Nothing was imported. This file was already imported as entry {Position}. "
        + $"To import it again for newly linked assets, send it as a replacement of entry {Position}.");

internal sealed class ImportEvidenceHandler(DeskDb db, Recorder recorder) : IRequestHandler<ImportEvidence, Outcome<ImportedEvidence>>
{
    public async Task<Outcome<ImportedEvidence>> Handle(ImportEvidence c, CancellationToken ct)
    {
        var incident = await db.Incident(c.Incident, ct);
        if (!incident.Done) return incident.Refusal;
        if (incident.Value.MustBeWorkable() is { } refused) return refused;

        var linked = await LinkQueries.LinkedKeys(db, c.Incident, ct);
        var (taken, rejected) = Sorted(c.File, linked);
        if (taken.Count == 0)
            return rejected is [var first, ..] ? new EvidenceCsv.NothingTaken(first.Line, first.Reason) : new EvidenceCsv.NoRows();

        var bytes = AttachedRows.Write(taken);
        var said = new EvidenceImported(c.File.Kind,
            taken.Select(r => r.Key).Distinct(StringComparer.Ordinal).Count(), taken.Count, rejected.Count,
            c.File.Name, c.Sha256, Attachment.Of(bytes).Hash, [.. c.File.Parts], c.Replaces);
        if (await db.SaidBefore(c.Incident, said, ct) is { } before) return new ImportedEvidence(taken.Count, 0, rejected, before);
        if (await OnRecord(c, ct) is { } other && other != c.Replaces) return new FileOnRecord(other);
        if (await db.RefusalOf(c.Incident, c.Replaces, c.File.Kind, ct) is { } gone) return gone;

        await db.Attach(bytes, ct);
        var position = await recorder.Append(Streams.Incident(c.Incident), ct, new Fact(said) { Supersedes = c.Replaces });
        return position.Done ? new ImportedEvidence(taken.Count, said.Count, rejected, position.Value) : position.Refusal;
    }

    /// <summary>The entry that took another part of the same file, when more or fewer assets were linked.</summary>
    async Task<int?> OnRecord(ImportEvidence c, CancellationToken ct)
    {
        var onRecord = db.Evidence.Where(p => p.Incident == c.Incident && p.WithdrawnAt == null && p.Kind == c.File.Kind)
            .Select(p => p.Position);
        var entries = await db.Entries.AsNoTracking().Where(e => e.Incident == c.Incident && onRecord.Contains(e.Position)).ToListAsync(ct);
        return entries.Select(Recorded.From).FirstOrDefault(e => e.Event is EvidenceImported before && before.Sha256 == c.Sha256)?.Position;
    }

    static (List<EvidenceRow> Taken, List<RejectedRow> Rejected) Sorted(EvidenceRows file, HashSet<string> linked)
    {
        var taken = file.Rows.Where(r => linked.Contains(r.Key)).ToList();
        var others = file.Rows.Where(r => !linked.Contains(r.Key))
            .Select(r => new RejectedRow(r.Line, "This asset is not linked to the incident. Link it, then send the row again."));
        return (taken, [.. file.Rejected.Concat(others).OrderBy(r => r.Line)]);
    }
}
