using System.Diagnostics;
using System.Globalization;
using IncidentDesk.Assets.Importing.Running;
using IncidentDesk.Assets.Lineage;
using IncidentDesk.Assets.Reaching;
using IncidentDesk.Documents;
using IncidentDesk.Door;
using IncidentDesk.People.Inviting;
using IncidentDesk.Record;
using IncidentDesk.Reports;
using IncidentDesk.Web.People.SigningIn;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentDesk.Web.Demo;

/// <summary>An empty desk in a new file, on which the founding case is played before anybody looks.</summary>
internal static class DemoHost
{
    public const string Flag = "--demo";

    public static async Task Run(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("incidentdesk-demo-").FullName;
        var clock = new DemoClock();
        var app = DeskHost.Build([.. args.Where(a => a != Flag)], builder =>
        {
            builder.Configuration["ConnectionStrings:Desk"] = $"Data Source={Path.Combine(folder, "desk.db")}";
            builder.Configuration["Setup:ApiToken"] = null;
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        });
        await app.Services.GetRequiredService<DeskStore>().Open(default);
        var desk = app.Services.GetRequiredService<Desk>();

        var began = Stopwatch.GetTimestamp();
        Console.WriteLine("Recording the example case with the ordinary commands:");
        clock.Set(TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(27));
        var cast = await DemoCast.Assemble(desk);
        await new DemoStory(desk, app.Services.GetRequiredService<Importer>(), clock, cast).Play();
        Console.WriteLine($"  Blast radius: {await Radius(app.Services, desk, cast, clock)}");
        var pdf = await Print(app.Services, desk, cast.Executive, clock, folder);
        Console.WriteLine($"  recorded in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");

        var link = await MapSignIn(app, desk, cast);
        app.Services.GetRequiredService<Readiness>().IsReady = true;
        await app.StartAsync();
        Console.WriteLine($"""

            Sign in as Mira Okafor, incident commander:  {app.Urls.First()}{link}
            The summary as PDF:                          {pdf}
            The record:                                  {Path.Combine(folder, "desk.db")}

            Stop with Ctrl+C; the folder {folder} is removed then.
            """);
        await app.WaitForShutdownAsync();
        await app.DisposeAsync();
        Remove(folder);
    }

    /// <summary>Nothing of a demo is worth keeping; what cannot be removed is named, so that nobody has to look for it.</summary>
    static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.WriteLine($"The folder {folder} could not be removed: {e.Message}");
        }
    }

    /// <summary>Where the 45,000 tables went, through the same question as on the page.</summary>
    static Task<string> Radius(IServiceProvider services, Desk desk, DemoCast cast, TimeProvider clock) =>
        desk.Read(cast.Commander, async (db, _) =>
        {
            var reached = await Reached.From(db, services.GetRequiredService<CatalogueLineage>(), 1, ReachWanted.Usual, Moment.Now(clock));
            var radius = await reached.Value!.Count(db, clock.GetUtcNow());
            return string.Create(CultureInfo.InvariantCulture,
                $"{radius.Linked:N0} tables reach {radius.Total:N0} assets within {radius.Hops} hops, "
                    + $"{radius.PeopleData:N0} of them about people. Incomplete: {radius.Completeness.InShort}.");
        });

    static async Task<string> Print(IServiceProvider services, Desk desk, Actor reader, TimeProvider clock, string folder)
    {
        var report = await desk.Read(reader, (db, caller) => services.GetRequiredService<ReportDesk>().Build(
            db, caller, new ReportWanted { Incident = 1, Kind = ReportKind.Summary, Moment = Moment.Now(clock), Zone = "Europe/Berlin" }));
        var path = Path.Combine(folder, "INC-1-summary.pdf");
        await using var file = File.Create(path);
        PdfDocument.Write(report.Value!, file);
        return path;
    }

    /// <summary>A link that signs in without password and code; it exists in the demo only, and its secret is new at every start.</summary>
    static async Task<string> MapSignIn(WebApplication app, Desk desk, DemoCast cast)
    {
        var invitation = (await desk.Do(new RenewInvitation { Person = cast.Commander.Person }, cast.Admin)).Value!;
        var accept = new AcceptInvitation
        {
            Secret = new(invitation.Secret), Password = new(OneTimeLink.New().Secret), Zone = "Europe/Berlin"
        };
        var admission = (await desk.Do(accept, Actor.Nobody)).Value! with { HasAuthenticator = true };

        var link = $"/demo/{OneTimeLink.New().Secret}";
        app.MapGet(link, async (HttpContext http) =>
        {
            await Sessions.Begin(http, admission);
            return TypedResults.Redirect("/incidents/1");
        }).AllowAnonymous().ExcludeFromDescription();
        return link;
    }
}
