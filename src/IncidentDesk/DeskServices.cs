using FluentValidation;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.Running;
using IncidentDesk.Due;
using IncidentDesk.Assets.Importing.OpenLineage.Receiving;
using IncidentDesk.Assets.Lineage;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Assets.Reaching;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Carrying;
using IncidentDesk.Incidents.Numbering;
using IncidentDesk.Incidents.Playbooks;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Pauses.Sighting;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.Auditing;
using IncidentDesk.People.Deactivating;
using IncidentDesk.People.SigningIn;
using IncidentDesk.People.Tokens;
using IncidentDesk.Record;
using IncidentDesk.Record.Postgres;
using IncidentDesk.Record.Sqlite;
using IncidentDesk.Reviews.Requiring;
using IncidentDesk.Statements.Drafting;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentDesk;

/// <summary>Puts the desk together. Handlers, validators and projections are found by what they implement.</summary>
public static class DeskServices
{
    /// <param name="services">Where to put it.</param>
    /// <param name="connectionString"><c>Data Source=…</c> for SQLite, <c>Host=…</c> for PostgreSQL.</param>
    /// <param name="options">What differs from the usual.</param>
    public static IServiceCollection AddDesk(this IServiceCollection services, string connectionString, DeskOptions? options = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Seal.None);
        services.TryAddSingleton<ComesFrom>(() => Origin.Unknown);
        services.TryAddSingleton<IncidentNumbers>();
        if (PostgresPlace.Is(connectionString)) services.AddPostgres(connectionString);
        else services.AddSqlite(connectionString);
        services.AddSingleton(options ?? new()).AddSingleton<PlaybookShelf>()
            .AddSingleton<StatementTemplates>().AddSingleton<Reviews.Requiring.ReviewShelf>();
        services.AddSingleton<Desk>().AddSingleton<Callers>().AddSingleton<Watchers>().AddSingleton<SessionKeyring>()
            .AddSingleton<WatcherAccess>().AddSingleton<CatalogueLineage>().AddSingleton<ReachInShort>()
            .AddSingleton<Reports.ReportDesk>().AddSingleton<LinkPreviews>()
            .AddSingleton(s => new CatalogueNames(s.GetRequiredService<IReviewsOfAssets>())).AddSingleton<Consequences>()
            .AddScoped<Call>().AddScoped<Recorder>().AddScoped<AssetChooser>();
        services.AddSingleton(s => s.GetRequiredService<DeskOptions>().Files).AddSingleton<CatalogueFormats>()
            .AddSingleton<ActiveImports>().AddSingleton<Importer>().AddSingleton<LineageInbox>();
        services.AddSingleton<PauseRegister>().AddSingleton<AskLog>().AddSingleton<AskRecipes>().AddSingleton<TokenMemory>()
            .AddSingleton<StillAdmitted>().AddSingleton<Guesses>();
        services.AddScoped<IMediator, Mediator>().AddScoped<ServiceFactory>(s => s.GetService!);
        services.AddSingleton<Pauses.Sighting.SightingCounter>();
        services.AddSingleton<DueWorker>().AddHostedService(s => s.GetRequiredService<DueWorker>());
        services.AddSingleton<SecurityLog>().AddHostedService<SealingAtStart>().AddHostedService<SecurityNotes>();
        services.AddHostedService<AskNotes>().AddHostedService<Pauses.Sighting.SightingNotes>();
        // In this order a command passes through them.
        foreach (var step in new[]
        {
            typeof(Tracing<,>), typeof(Auditing<,>), typeof(Authorisation<,>), typeof(Validation<,>),
            typeof(Preparing<,>), typeof(Committing<,>), typeof(Idempotency<,>)
        })
            services.AddScoped(typeof(IPipelineBehavior<,>), step);
        return services.AddFound();
    }

    static void AddSqlite(this IServiceCollection services, string connectionString) => services
        .AddSingleton<DeskStore>(s => new SqliteStore(connectionString, s.GetRequiredService<IServiceScopeFactory>())).AddContext<DeskDb>();

    /// <summary>A method of its own: a desk on SQLite never loads the other driver.</summary>
    static void AddPostgres(this IServiceCollection services, string connectionString) => services
        .AddSingleton<DeskStore>(s => ActivatorUtilities.CreateInstance<PostgresStore>(s, connectionString)).AddContext<PostgresDeskDb>();

    /// <summary>Contexts are used again: building one anew at each call costs more than most commands do inside it.</summary>
    static void AddContext<T>(this IServiceCollection services) where T : DeskDb => services
        .AddPooledDbContextFactory<T>((s, db) => s.GetRequiredService<DeskStore>().Configure(db))
        .AddScoped<DeskDb>(s => s.GetRequiredService<IDbContextFactory<T>>().CreateDbContext().WithNewEyes(s.GetRequiredService<Seal>()));

    /// <summary>What is found by what it implements, and how long it lives.</summary>
    static readonly Dictionary<Type, ServiceLifetime> Sought = new()
    {
        [typeof(IRequestHandler<,>)] = ServiceLifetime.Scoped,
        [typeof(IValidator<>)] = ServiceLifetime.Singleton, [typeof(IPreparation<>)] = ServiceLifetime.Scoped,
        [typeof(IProjection)] = ServiceLifetime.Scoped, [typeof(IFollows)] = ServiceLifetime.Singleton,
        [typeof(IFallsDue)] = ServiceLifetime.Singleton,
        [typeof(ICatalogueFormat)] = ServiceLifetime.Singleton, [typeof(IForbidsImport)] = ServiceLifetime.Singleton,
        [typeof(IReviewsOfAssets)] = ServiceLifetime.Singleton, [typeof(IKeepsPeople)] = ServiceLifetime.Singleton,
    };

    static IServiceCollection AddFound(this IServiceCollection services)
    {
        foreach (var type in typeof(Desk).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false, IsClass: true }))
            foreach (var found in type.GetInterfaces())
                if (Sought.TryGetValue(found.IsGenericType ? found.GetGenericTypeDefinition() : found, out var lifetime))
                    services.Add(new(found, type, lifetime));
        return services;
    }
}
