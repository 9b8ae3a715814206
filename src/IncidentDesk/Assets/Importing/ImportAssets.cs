using FluentValidation;
using IncidentDesk.Assets.Importing.Checking;
using IncidentDesk.Assets.Importing.Running;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Importing;

/// <summary>
/// Begins to take a file into the catalogue, or goes on where it was stopped. The file was read before and is sound; its batches
/// follow as commands of their own, so that others can write in between.
/// </summary>
[Allow(Allowed)]
[Api("/api/assets/imports", "Import a catalogue of assets from a file")]
public sealed record ImportAssets : ICommand<ImportRun>
{
    internal const Roles Allowed = Roles.Responder | Roles.Privacy;

    /// <summary>Under which name the assets are known as coming from there; the file's name if none is given.</summary>
    public string? Source { get; set; }

    /// <summary>As its sender calls it.</summary>
    public string File { get; set; } = "";
    public string Format { get; set; } = "";

    /// <summary>Of the bytes: stands for them where two requests are compared.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>The file names everything its source has.</summary>
    public bool Complete { get; set; }
    internal Checking.CheckedFile? Checked { get; set; }
}

/// <summary>Another import of the same source is under way; two at once would each take what the other does not name for gone.</summary>
public sealed record ImportUnderWay(string Source, int Import, string By, DateTimeOffset Since) : Refusal.Rule(
    $"Nothing was imported. {By} has been importing {Source} since {Instants.Say(Since)} "
        + $"(import {Import}). Wait until that import ends, then send your file again.");

public sealed class ImportAssetsValidator : AbstractValidator<ImportAssets>
{
    public ImportAssetsValidator()
    {
        RuleFor(c => c.Source).MaximumLength(200).WithMessage("The name of a source has at most 200 characters.");
        RuleFor(c => c.File).NotEmpty().MaximumLength(200).WithMessage("Give the name of the file, in at most 200 characters.");
    }
}

internal sealed class ImportAssetsHandler(DeskDb db, Call call, ActiveImports active, TimeProvider clock)
    : IRequestHandler<ImportAssets, Outcome<ImportRun>>
{
    /// <summary>Of each source; the numbers of older ones mean nothing to anybody.</summary>
    const int RunsKept = 200;

    public async Task<Outcome<ImportRun>> Handle(ImportAssets c, CancellationToken ct)
    {
        var source = await db.Source(c.Source.OrNull() ?? c.File.Trim(), ct);
        var last = await db.ImportRuns.AsNoTracking().Where(r => r.Source == source.Id)
            .OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
        // Whoever sends the very same again waits for what is under way.
        if (last is not null && GoesOn(last, c) && active.IsHere(last.Id)) return last;
        if (last is not null && active.IsAlive(last)) return new ImportUnderWay(source.Name, last.Id, last.StartedByName, last.StartedAt);

        var run = GoesOn(last, c) ? last! : await New(c, source, ct);
        run = run with { State = ImportState.Running, Holder = active.Node, AliveAt = clock.GetUtcNow(), Why = null };
        await db.Keep(run, ct);
        active.Begin(run.Id);
        return run;
    }

    static bool GoesOn(ImportRun? last, ImportAssets c) => last is { State: not ImportState.Done } && last.Total == c.Checked!.Total
        && (last.Sha256, last.Format, last.Complete) == (c.Sha256, c.Format, c.Complete);

    async Task<ImportRun> New(ImportAssets c, CatalogueSource source, CancellationToken ct)
    {
        var id = (await db.ImportRuns.MaxAsync(r => (int?)r.Id, ct) ?? 0) + 1;
        await db.ForgetRuns(source.Id, id, RunsKept, ct);
        return new()
        {
            Id = id, Source = source.Id, SourceName = source.Name, Format = c.Format,
            File = c.File.Trim(), Sha256 = c.Sha256, Complete = c.Complete,
            StartedBy = call.Caller.Id, StartedByName = call.Caller.Name, StartedAt = clock.GetUtcNow(),
            Total = c.Checked!.Total, Rejected = c.Checked.Rejected, Rejections = c.Checked.Rejections,
        };
    }
}
