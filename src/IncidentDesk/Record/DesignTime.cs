using IncidentDesk.Record.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IncidentDesk.Record;

/// <summary>For <c>dotnet ef migrations add</c> only; the host configures the store itself.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<DeskDb>
{
    public DeskDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<DeskDb>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>The same for <c>--context PostgresDeskDb</c>; no server is asked.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresDeskDb>
{
    public PostgresDeskDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDeskDb>().UseNpgsql("Host=localhost").Options);
}
