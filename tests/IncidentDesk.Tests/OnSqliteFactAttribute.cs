using System.Runtime.CompilerServices;

namespace IncidentDesk.Tests;

/// <summary>About SQLite's file itself; on PostgreSQL reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteFactAttribute : FactAttribute
{
    public OnSqliteFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : base(file, line)
    {
        if (TestDatabase.IsPostgres) Skip = "This is about SQLite's file.";
    }
}

/// <summary>About PostgreSQL itself; on SQLite reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresFactAttribute : FactAttribute
{
    public OnPostgresFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : base(file, line)
    {
        if (!TestDatabase.IsPostgres) Skip = "This is about PostgreSQL; DESK_TEST_STORE names none.";
    }
}
