using System.Collections.Immutable;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Assets.Importing;

public enum ImportState { Running, Done, Stopped }

/// <summary>One file on its way into the catalogue. It is taken in batches, and goes on behind the last one when it was stopped.</summary>
public sealed record ImportRun
{
    public required int Id { get; init; }

    /// <summary>The <see cref="CatalogueSource"/>, and its name.</summary>
    public required int Source { get; init; }
    public required string SourceName { get; init; }

    /// <summary>Code of the format: <c>dbt</c>.</summary>
    public required string Format { get; init; }

    /// <summary>As its sender calls it.</summary>
    public required string File { get; init; }

    /// <summary>Of the bytes, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The file names everything its source has; what it does not name is gone.</summary>
    public bool Complete { get; init; }
    public required Guid StartedBy { get; init; }
    public required string StartedByName { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public ImportState State { get; init; }

    /// <summary>The process that carries it out, and when that last showed, UTC.</summary>
    public Guid Holder { get; init; }
    public DateTimeOffset AliveAt { get; init; }

    /// <summary>How many statements the file makes.</summary>
    public int Total { get; init; }

    /// <summary>How many of them the catalogue holds, from the start of the file.</summary>
    public int Taken { get; init; }
    public int Added { get; init; }
    public int Updated { get; init; }
    public int Unchanged { get; init; }
    public int Edges { get; init; }
    public int Stubs { get; init; }
    public int Gone { get; init; }
    public int EdgesGone { get; init; }
    public int Merged { get; init; }
    public int Rejected { get; init; }

    /// <summary>The first of the rejected ones.</summary>
    public ImmutableArray<Rejection> Rejections { get; init; } = [];

    /// <summary>Why it was stopped, for the person who reads it; null when nobody was left to say so.</summary>
    public string? Why { get; init; }
}

/// <summary>Something in a file that was not taken.</summary>
/// <param name="Line">From 1, in a file of lines; the header counts.</param>
/// <param name="Path">In any other file.</param>
public sealed record Rejection(int? Line, string? Path, string Reason);

internal sealed class ImportRunTable : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> table)
    {
        table.ToTable("ImportRuns");
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.Rejections).IsJson();
        table.HasIndex(r => r.Source);
    }
}
