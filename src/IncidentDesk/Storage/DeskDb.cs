using IncidentDesk.Assets;
using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.Following;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Naming;
using IncidentDesk.Assets.Saving;
using IncidentDesk.Due;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Pauses.Sighting;
using IncidentDesk.People;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.Tokens;
using IncidentDesk.Reviews;
using IncidentDesk.Statements;
using IncidentDesk.Timeline;
using IncidentDesk.Timeline.Correcting;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Storage;

/// <summary>
/// The desk's tables. What belongs to a private incident does not exist for a <see cref="Caller"/> who is no part of it: the
/// filters below are on every query, so that forgetting one is not possible.
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
    public DbSet<Incident> Incidents => Set<Incident>();
    public DbSet<Participation> Participations => Set<Participation>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Pause> Pauses => Set<Pause>();
    public DbSet<PauseSighting> PauseSightings => Set<PauseSighting>();
    public DbSet<Statement> Statements => Set<Statement>();
    public DbSet<ReviewSubject> ReviewSubjects => Set<ReviewSubject>();
    public DbSet<ReviewSearch> ReviewSearches => Set<ReviewSearch>();
    public DbSet<ApiToken> Tokens => Set<ApiToken>();
    internal DbSet<Account> Accounts => Set<Account>();
    internal DbSet<TokenUse> TokenUses => Set<TokenUse>();
    public DbSet<Asset> Assets => Set<Asset>();
    public DbSet<AssetEdge> AssetEdges => Set<AssetEdge>();
    public DbSet<AssetAlias> AssetNames => Set<AssetAlias>();
    public DbSet<AssetSighting> AssetSightings => Set<AssetSighting>();
    public DbSet<CatalogueSource> CatalogueSources => Set<CatalogueSource>();
    public DbSet<CatalogueChange> CatalogueChanges => Set<CatalogueChange>();
    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();
    public DbSet<Correction> Corrections => Set<Correction>();
    public DbSet<AssetLink> AssetLinks => Set<AssetLink>();
    public DbSet<EvidencePiece> Evidence => Set<EvidencePiece>();
    public DbSet<DueItem> DueItems => Set<DueItem>();
    internal DbSet<DueLease> DueLeases => Set<DueLease>();
    internal DbSet<Answer> Answers => Set<Answer>();
    internal DbSet<SessionKey> SessionKeys => Set<SessionKey>();

    /// <summary>Contexts are used again; nothing of the last caller may be left, and who has not been looked up sees nothing private.</summary>
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
        modelBuilder.Entity<Incident>().HasQueryFilter(i =>
            SeesAll || i.Visibility == Visibility.Open || Participations.Any(p => p.Incident == i.Number && p.Person == Caller.Id));
        modelBuilder.Entity<Statement>().HasQueryFilter(s => SeesAll || Incidents.Any(i => i.Number == s.Incident));
        modelBuilder.Entity<Pause>().HasQueryFilter(p => SeesAll || p.Incident == null || Incidents.Any(i => i.Number == p.Incident));
        modelBuilder.Entity<PauseAsk>().HasQueryFilter(a => SeesAll || Pauses.Any(p => p.Key == a.PauseKey));
        modelBuilder.Entity<PauseSighting>().HasQueryFilter(s => SeesAll || Pauses.Any(p => p.Key == s.PauseKey));
        modelBuilder.Entity<ReviewSearch>().HasQueryFilter(s => SeesAll || s.Incident == null || Incidents.Any(i => i.Number == s.Incident));
        modelBuilder.Entity<Participation>().HasQueryFilter(p => SeesAll || p.Person == Caller.Id);
        modelBuilder.Entity<Correction>().HasQueryFilter(c => SeesAll || Incidents.Any(i => i.Number == c.Incident));
        modelBuilder.Entity<Asset>().HasQueryFilter(a => SeesAll || !a.OnlyInIncidents || AssetLinks.Any(l => l.AssetId == a.Id));
        modelBuilder.Entity<AssetLink>().HasQueryFilter(l => SeesAll || Incidents.Any(i => i.Number == l.Incident));
        modelBuilder.Entity<EvidencePiece>().HasQueryFilter(e => SeesAll || Incidents.Any(i => i.Number == e.Incident));
        modelBuilder.Entity<DueItem>().HasQueryFilter(d => SeesAll || d.Incident == null || Incidents.Any(i => i.Number == d.Incident));
        modelBuilder.Entity<Entry>().HasQueryFilter(e => SeesAll || e.Incident == null || Incidents.Any(i => i.Number == e.Incident));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    sealed class Blinders(Action off) : IDisposable
    {
        public void Dispose() => off();
    }
}
