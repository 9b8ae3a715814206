using IncidentDesk.Assets.Importing.Checking;
using IncidentDesk.Assets.Importing.Files;
using IncidentDesk.Door;

namespace IncidentDesk.Assets.Importing.Running;

/// <summary>
/// Imports catalogues: reads a file once to see that it is sound, then takes it in batches, each a command of its own. What was
/// begun goes on without whoever sent it; who waits hears what came of it.
/// </summary>
public sealed class Importer(Desk desk, CatalogueFormats formats, ActiveImports active) : IAsyncDisposable
{
    readonly CancellationTokenSource _closing = new();

    /// <summary>Whether this person may import; ask before reading what they send.</summary>
    public Task<bool> May(Actor by, CancellationToken ct = default) =>
        desk.Read(by, (_, caller) => Task.FromResult(caller.Has(ImportAssets.Allowed | Roles.Administrator)), ct);

    /// <summary>Imports the file, which this disposes of, and says what became of it.</summary>
    public async Task<Outcome<ImportedAssets>> Import(
        SpooledFile file, ImportOptions request, Actor by, Terms? terms = null, CancellationToken ct = default)
    {
        var started = await Start(file, request, by, terms, ct);
        if (!started.Done) return started.Refusal;
        await active.Ended(started.Value.Id).WaitAsync(ct);
        var run = await desk.Read(by, (db, _) => ImportQueries.Find(db, started.Value.Id, ct), ct);
        return run switch
        {
            { State: ImportState.Done } => ImportedAssets.Of(run),
            null => new Refusal.NotFound($"import {started.Value.Id}"),
            _ => new ImportStopped(run.Id, run.Taken, run.Total, run.Why ?? "the desk was stopped"),
        };
    }

    /// <summary>Until the run is over, or so long.</summary>
    public async Task Wait(int run, TimeSpan most, CancellationToken ct = default) =>
        await Task.WhenAny(active.Ended(run), Task.Delay(most, ct));

    /// <summary>Checks the file, which this disposes of, and begins to take it; when this returns, the run goes on by itself.</summary>
    public async Task<Outcome<ImportRun>> Start(
        SpooledFile file, ImportOptions request, Actor by, Terms? terms = null, CancellationToken ct = default)
    {
        var begun = false;
        try
        {
            var looks = formats.Recognise(file);
            var format = formats.Of(request.Format) ?? (request.Format.OrNull() is null ? looks ?? formats.Of("csv") : null);
            if (format is null)
                return Refusal.Invalid.Field("format",
                    $"There is no such format{(looks is null ? "" : $"; the file looks like {looks.Words}")}. "
                        + $"Choose one of: {formats.Codes}.");
            var read = await Check(format, file, looks, ct);
            if (!read.Done) return read.Refusal;

            var command = new ImportAssets
            {
                Source = request.Source, File = file.Name, Format = format.Code, Sha256 = file.Sha256,
                Complete = request.Complete ?? format.IsComplete, Checked = read.Value,
            };
            var run = await Begin(command, by, terms, ct);
            begun = run is { Done: true, Value.State: ImportState.Running } && active.Claim(run.Value.Id);
            if (begun) _ = Carry(new ImportJob(desk, run.Value!, read.Value, by), file);
            return run;
        }
        finally
        {
            if (!begun) file.Dispose();
        }
    }

    /// <summary>An answer given before to the same key tells of a run that may be done, or stopped, since.</summary>
    async Task<Outcome<ImportRun>> Begin(ImportAssets command, Actor by, Terms? terms, CancellationToken ct)
    {
        var outcome = await desk.Do(command, by, terms, ct);
        if (!outcome.Done || active.IsUnclaimed(outcome.Value.Id)) return outcome;
        var run = await desk.Read(by, (db, _) => ImportQueries.Find(db, outcome.Value.Id, ct), ct);
        return run is not null && (run.State is ImportState.Done || active.IsAlive(run)) ? run : await desk.Do(command, by, Terms.None, ct);
    }

    static Task<Outcome<CheckedFile>> Check(ICatalogueFormat format, SpooledFile file, ICatalogueFormat? looks, CancellationToken ct) =>
        Task.Run<Outcome<CheckedFile>>(() =>
        {
            try
            {
                return CheckedFile.Read(format, file, file.Length, ct);
            }
            catch (UnreadableException unreadable)
            {
                return looks is null || looks == format ? unreadable.Why : new WrongFormat(unreadable.Why.Why, looks.Words, looks.Code);
            }
        }, ct);

    async Task Carry(ImportJob import, SpooledFile file)
    {
        using (file)
            try
            {
                await Task.Run(() => import.Run(_closing.Token));
            }
            finally
            {
                active.End(import.Id);
            }
    }

    /// <summary>What is under way is stopped behind its last batch; the same file goes on there.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await active.AllEnded;
        _closing.Dispose();
    }
}

/// <summary>The file could not be read as what it was said to be, and looks like something else.</summary>
public sealed record WrongFormat(string Problem, string Looks, string Format) : Refusal.Unreadable(
    $"{Problem} The file looks like {Looks}; if it is, send it with format={Format}.");

/// <summary>It was begun and did not come to its end.</summary>
public sealed record ImportStopped(int Import, int Taken, int Total, string Reason) : Refusal.Rule(
    $"The import was stopped: {Reason}. {Taken:N0} of {Total:N0} statements are in the catalogue "
        + $"and stay there (import {Import}). Send the same file again; the import continues after them.");
