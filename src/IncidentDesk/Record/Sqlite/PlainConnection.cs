using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace IncidentDesk.Record.Sqlite;

/// <summary>
/// A connection without the dozen functions that EF registers on each one for decimals and regular expressions. No query of the
/// desk uses them, and registering them takes longer than running it.
/// </summary>
#pragma warning disable EF1001 // The public surface has no place to say this; MigrationTests would fail if the type went away.
internal sealed class PlainConnection(RelationalConnectionDependencies dependencies,
    IRawSqlCommandBuilder sql, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> log)
    : SqliteRelationalConnection(dependencies, sql, log)
{
    protected override DbConnection CreateDbConnection() => new SqliteConnection(GetValidatedConnectionString());
}
#pragma warning restore EF1001
