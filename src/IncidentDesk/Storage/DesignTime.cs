using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IncidentDesk.Storage;

/// <summary>For <c>dotnet ef migrations add</c> only; the host configures the store itself.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<DeskDb>
{
    public DeskDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<DeskDb>().UseSqlite("Data Source=:memory:").Options);
}
