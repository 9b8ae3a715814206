using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace IncidentDesk.Record.Sql;

/// <summary>
/// Where a table has to be made anew, EF switches foreign keys off, which SQLite does outside transactions only: a power cut at that
/// point would leave a file that opens never again. The desk has no foreign keys, so each migration stays one transaction.
/// </summary>
internal sealed class WholeMigrations(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    public override IReadOnlyList<MigrationCommand> Generate(
        IReadOnlyList<MigrationOperation> operations, IModel? model, MigrationsSqlGenerationOptions options) =>
        [.. base.Generate(operations, model, options)
            .Where(c => !c.CommandText.StartsWith("PRAGMA foreign_keys", StringComparison.Ordinal))];
}
