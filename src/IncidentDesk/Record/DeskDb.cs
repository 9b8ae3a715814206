using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Record;

/// <summary>
/// The desk's tables: the record's own below, those of each room in its <c>…Tables</c>. What belongs to a private incident does not
/// exist for a <see cref="Caller"/> who is no part of it: the filters of <see cref="IHides"/> are on every query.
/// </summary>
public class DeskDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Through whose eyes the tables are read.</summary>
    public Caller Caller { get; internal set; } = Caller.Nobody;

    /// <summary>How raw SQL says here what the databases say differently.</summary>
    internal virtual Dialect Dialect => SqliteDialect.It;

    /// <summary>Set by a command that removed words for good: the store then clears them out of its files before it answers.</summary>
    internal bool Forgets { get; set; }

    internal bool SeesAll { get; private set; }

    public DbSet<Entry> Entries => Set<Entry>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    internal DbSet<RememberedAnswer> Answers => Set<RememberedAnswer>();
    internal DbSet<SessionKey> SessionKeys => Set<SessionKey>();

    /// <summary>
    /// Contexts are used again; nothing of the last caller may be left, and who has not been
    /// looked up sees nothing private.
    /// </summary>
    internal DeskDb WithNewEyes()
    {
        (Caller, SeesAll, Forgets) = (Caller.Nobody, false, false);
        return this;
    }

    /// <summary>Projections and rebuilding see everything; nothing else does.</summary>
    internal IDisposable SeeingAll()
    {
        var before = SeesAll;
        SeesAll = true;
        return new Blinders(() => SeesAll = before);
    }

    /// <summary>A to Z in lower case, for queries only; the database does it.</summary>
    [DbFunction("lower", IsBuiltIn = true)]
    public static string? Lower(string? text) => throw new NotSupportedException();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DeskDb).Assembly);
        foreach (var type in typeof(DeskDb).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IHides)) && t.IsClass))
            foreach (var filter in ((IHides)Activator.CreateInstance(type)!).Filters(this))
                modelBuilder.Entity(filter.Parameters[0].Type).HasQueryFilter(filter);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    sealed class Blinders(Action off) : IDisposable
    {
        public void Dispose() => off();
    }
}
