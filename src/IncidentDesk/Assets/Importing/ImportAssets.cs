using System.Text.Json.Serialization;
using FluentValidation;
using IncidentDesk.Assets.Events;
using IncidentDesk.People;
using IncidentDesk.Storage;
using IncidentDesk.Timeline;
using MediatR;

namespace IncidentDesk.Assets.Importing;

/// <summary>
/// Takes the rows of a file into the catalogue. The file was read before, outside the one writer: reading 100 MB there would
/// hold up everybody else.
/// </summary>
[Allow(Roles.Responder | Roles.Privacy)]
public sealed record ImportAssets : ICommand<ImportedAssets>
{
    /// <summary>Under which name the rows are known as coming from there; the file's name if none is given.</summary>
    public string? Source { get; set; }

    [JsonIgnore]
    public AssetFile File { get; set; } = AssetFile.None;

    /// <summary>Stands for the rows where two requests are compared.</summary>
    public string Sha256 => File.Sha256;
}

/// <summary>What became of a file. Edges and stubs count what is new.</summary>
public sealed record ImportedAssets(int Added, int Updated, int Unchanged, int Edges, int Stubs, IReadOnlyList<RejectedRow> Rejected);

public sealed class ImportAssetsValidator : AbstractValidator<ImportAssets>
{
    public ImportAssetsValidator()
    {
        RuleFor(c => c.Source).MaximumLength(200).WithMessage("The name of a source has at most 200 characters.");
        RuleFor(c => c.File.Name).NotEmpty().MaximumLength(200).WithName("file").WithMessage("Say what the file is called, in at most 200 characters.");
    }
}

internal sealed class ImportAssetsHandler(DeskDb db, Recorder recorder, TimeProvider clock) : IRequestHandler<ImportAssets, Outcome<ImportedAssets>>
{
    public async Task<Outcome<ImportedAssets>> Handle(ImportAssets c, CancellationToken ct)
    {
        var source = c.Source.OrNull() ?? c.File.Name;
        var came = await new CatalogueWriter(db, source, clock.GetUtcNow()).Write(c.File, ct);
        // A file that says nothing new leaves no trace, however often a job sends it.
        if (came is { Added: 0, Updated: 0, Edges: 0, Stubs: 0 }) return came;
        var imported = new AssetsImported(source, c.File.Name, c.Sha256, came.Added, came.Updated, came.Unchanged, came.Edges, came.Stubs, came.Rejected.Count);
        var position = await recorder.Append(Streams.Catalogue, ct, imported);
        return position.Done ? came : position.Refusal;
    }
}
