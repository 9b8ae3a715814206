using System.Text.Json.Serialization;
using FluentValidation;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Incidents.Numbering;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents.Carrying;

/// <summary>Takes in an incident from an export, entry by entry as it was; who imports it takes part in it.</summary>
[Allow(Roles.Privacy)]
[Api("/api/incidents/imports", "Import an exported incident", Makes = "/api/incidents/{number}")]
public sealed record ImportIncident : ICommand<Imported>
{
    [JsonIgnore]
    public IntactExport? File { get; set; }

    /// <summary>Stands for the file where two requests are compared.</summary>
    public string Head => File?.Head ?? "";
}

/// <param name="Number">Under which it is known here: always a new one, because its own would tell whether that is given here.</param>
/// <param name="OriginNumber">Under which it was known on the desk it came from.</param>
public sealed record Imported(int Number, int OriginNumber, int Position)
{
    public string Name => Incident.NameOf(Number);
}

public sealed class ImportIncidentValidator : AbstractValidator<ImportIncident>
{
    public ImportIncidentValidator() => RuleFor(c => c.File).NotNull().WithMessage("Send the export of an incident.");
}

internal sealed class ImportIncidentHandler(DeskDb db, Recorder recorder, IncidentNumbers numbers, IEnumerable<IForbidsImport> rooms)
    : IRequestHandler<ImportIncident, Outcome<Imported>>
{
    public async Task<Outcome<Imported>> Handle(ImportIncident c, CancellationToken ct)
    {
        var export = c.File!.Export;
        var events = export.Entries.Select(e => Recorded.From(e).Event).ToList();
        if (await Obstacle(export.Entries[0].PreviousHash, events, ct) is { } obstacle) return obstacle;
        var number = await numbers.Next(db, VisibilityIn(events), ct);
        var stream = Streams.Incident(number);
        db.Entries.AddRange(export.Entries.Select(e => e.In(stream)));
        var attachments = export.Attachments.ToDictionary(a => a.Hash);
        var known = await db.Attachments.Where(a => attachments.Keys.Contains(a.Hash)).Select(a => a.Hash).ToListAsync(ct);
        db.Attachments.AddRange(attachments.Values.ExceptBy(known, a => a.Hash));

        if (!await Replayed(stream, ct)) return new DoesNotAddUp(export.Name);
        var imported = await recorder.Append(stream, ct, new IncidentImported(number, export.Number, export.Entries.Count, export.Head));
        return imported.Done ? new Imported(number, export.Number, imported.Value) : imported.Refusal;
    }

    /// <summary>
    /// What the caller can work on here already, and what can exist once only. One that is hidden from them is imported again: saying
    /// that it is here would tell them of it.
    /// </summary>
    async Task<Refusal?> Obstacle(byte[] origin, IReadOnlyList<TimelineEvent> events, CancellationToken ct)
    {
        var here = await db.Entries.Where(e => e.Position == 1 && e.Incident != null && e.PreviousHash == origin)
            .Select(e => e.Incident).FirstOrDefaultAsync(ct);
        if (here is { } number) return new AlreadyHere(Incident.NameOf(number));
        foreach (var room in rooms)
            if (await room.Why(db, events, ct) is { } why) return why;
        return null;
    }

    static Visibility VisibilityIn(IEnumerable<TimelineEvent> events) => events.Aggregate(Visibility.Open, (was, what) => what switch
    {
        IncidentDeclared e => e.Visibility,
        VisibilityChanged e => e.To,
        _ => was,
    });

    /// <summary>
    /// Folds what came. A chain can be made to hold around entries that make no sense together; that is
    /// the file's fault, not the desk's.
    /// </summary>
    async Task<bool> Replayed(string stream, CancellationToken ct)
    {
        try
        {
            await recorder.Rebuild(stream, ct);
            return true;
        }
        catch (Exception odd) when (odd is not OperationCanceledException)
        {
            return false;
        }
    }
}

/// <summary>This desk has it, with the same origin.</summary>
public sealed record AlreadyHere(string Incident)
    : Refusal.Rule($"Nothing was imported. This incident is already on this desk, as {Incident}. Work on it there.");

/// <summary>Each entry is whole, together they tell no story.</summary>
public sealed record DoesNotAddUp(string Incident)
    : Refusal.Unreadable(
        $"Nothing was imported. The entries of {Incident} are not consistent with each other. Export the file again at its source.");
