using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Due;

/// <summary>What is due, and who is doing it.</summary>
public static class DueTables
{
    extension(DeskDb db)
    {
        public DbSet<DueItem> DueItems => db.Set<DueItem>();
        internal DbSet<DueLease> DueLeases => db.Set<DueLease>();
    }
}
