using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.Running;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Numbering;
using IncidentDesk.Incidents.Participating;
using IncidentDesk.Door;
using IncidentDesk.People;
using IncidentDesk.Record;
using IncidentDesk.Tests.Assets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IncidentDesk.Tests;

/// <summary>
/// A desk on a database of its own, see <see cref="TestDatabase"/>. When the test is over, all read tables are rebuilt
/// from the record and must come out the same; whatever a scenario did, the record carries it.
/// </summary>
[Trait("On", "both databases")]
public abstract class DeskTest : IAsyncLifetime
{
    TestDatabase _database = null!;
    Cast _cast = null!;
    ServiceProvider _services = null!;

    internal static readonly DateTimeOffset Now = new(2026, 6, 12, 3, 10, 0, TimeSpan.Zero);
    protected FakeTimeProvider Clock { get; } = new(Now);
    protected IncidentDesk.Door.Desk Desk => _services.GetRequiredService<IncidentDesk.Door.Desk>();

    protected Actor Admin => _cast.Admin;
    protected Actor Responder => _cast.Responder;
    protected Actor Second => _cast.Second;
    protected Actor Comms => _cast.Comms;
    protected Actor Privacy => _cast.Privacy;
    protected Actor Leader => _cast.Leader;
    protected Actor Stranger => _cast.Stranger;

    /// <summary>Who is there when a scenario begins.</summary>
    private protected virtual TestTemplate<Cast> Beginning => Cast.Here;

    public virtual async ValueTask InitializeAsync()
    {
        (_database, _cast) = await Beginning.Copy();
        _services = await Node(_database.ConnectionString);
    }

    /// <summary>A desk as another process would run it, on this test's database or another one.</summary>
    protected async Task<ServiceProvider> Node(string? connectionString = null, Action<IServiceCollection>? arrange = null)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddSingleton<ILoggerFactory, NullLoggerFactory>()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>)).AddSingleton<IncidentNumbers, ConsecutiveNumbers>()
            .AddDesk(connectionString ?? _database.ConnectionString);
        Arrange(services);
        arrange?.Invoke(services);
        var node = services.BuildServiceProvider(validateScopes: true);
        await node.GetRequiredService<DeskStore>().Open(default);
        return node;
    }

    protected virtual void Arrange(IServiceCollection services) { }

    protected Task<Actor> Person(string name, Roles roles) => Cast.Invite(Desk, Admin, name, roles);

    /// <summary>
    /// Sends a command twice under one key, as a nervous finger would; the second must change
    /// nothing and answer the same.
    /// </summary>
    protected Task<Outcome<T>> Do<T>(ICommand<T> command, Actor? by = null) => Twice(terms => Desk.Do(command, by ?? Responder, terms));

    private protected Task<Outcome<ImportedAssets>> Do(CatalogueImport import, Actor? by = null) =>
        Twice(terms => import.By(Service<Importer>(), by ?? Responder, terms));

    /// <summary>For the arranging part of a test: the command must be carried out.</summary>
    protected async Task<T> Done<T>(ICommand<T> command, Actor? by = null) => Carried(await Desk.Do(command, by ?? Responder));

    private protected async Task<ImportedAssets> Done(CatalogueImport import, Actor? by = null) =>
        Carried(await import.By(Service<Importer>(), by ?? Responder));

    async Task<Outcome<T>> Twice<T>(Func<Terms, Task<Outcome<T>>> send)
    {
        var terms = new Terms { Key = Guid.NewGuid().ToString("N") };
        var first = await send(terms);
        var after = await Dump();
        var second = await send(terms);
        Assert.Equal(after, await Dump());
        Assert.True(Same(first, second), $"The second answer differs: {first} then {second}");
        return first;
    }

    static T Carried<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Done, outcome.Refusal?.Why);
        return outcome.Value!;
    }

    /// <summary>Makes an open incident private, by the privacy role.</summary>
    protected async Task MakePrivate(int incident)
    {
        await Done(new AddParticipant { Incident = incident, Person = Privacy.Person });
        await Done(new ChangeVisibility { Incident = incident, Visibility = Visibility.Private, Reason = "Names of staff" }, Privacy);
    }

    protected Task<T> Read<T>(Func<DeskDb, Caller, Task<T>> query, Actor? by = null) => Desk.Read(by ?? Responder, query);

    protected async Task<IReadOnlyList<TimelineEvent>> TimelineOf(int incident, Actor? by = null) => await Read(async (db, _) =>
        (IReadOnlyList<TimelineEvent>)[.. (await db.Entries.Where(e => e.Incident == incident).OrderBy(e => e.Position).ToListAsync())
            .Select(e => Recorded.From(e).Event)], by);

    /// <summary>Of now.</summary>
    protected Moment RightNow => Moment.Now(Clock);

    /// <summary>Looking back to that instant, or now.</summary>
    protected Moment At(DateTimeOffset? then) => then is { } at ? Moment.Back(at, at).Value : RightNow;

    /// <summary>The incident, whoever may see it, at a position of its record or as it stands.</summary>
    protected Task<Incident> About(int number, int? position = null) => Read(async (db, _) =>
    {
        using var all = db.SeeingAll();
        var incident = await db.Incidents.AsNoTracking().SingleAsync(i => i.Number == number);
        return incident with { Position = position ?? incident.Position };
    });

    protected T Service<T>() where T : notnull => _services.GetRequiredService<T>();

    protected IServiceScope Scope() => _services.CreateScope();

    /// <summary>Its connection string.</summary>
    protected string Database => _database.ConnectionString;

    protected Task<string> Dump() => _database.Dump();

    /// <summary>Where these words still stand: the database file and its log byte by byte, or the tables of PostgreSQL.</summary>
    protected Task<IReadOnlyList<string>> Holding(string text) => _database.Holding(System.Text.Encoding.UTF8.GetBytes(text));

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try { await ReadTables.MustSurviveRebuilding(_services, _database); }
        finally
        {
            await _services.DisposeAsync();
            await _database.DisposeAsync();
        }
    }

    static bool Same<T>(Outcome<T> first, Outcome<T> second) => second.Refusal is Refusal.ShownOnce
        || Json.Write(first.Value, typeof(T)) + first.Refusal?.Why == Json.Write(second.Value, typeof(T)) + second.Refusal?.Why;
}
