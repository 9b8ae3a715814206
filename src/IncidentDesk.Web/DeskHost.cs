using IncidentDesk.Door;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using IncidentDesk.Web.Incidents;
using IncidentDesk.Web.Kit;
using IncidentDesk.Web.Kit.Forms;
using IncidentDesk.Web.Pauses;
using IncidentDesk.Web.Pauses.Asking;
using IncidentDesk.Web.People;
using IncidentDesk.Web.People.SigningIn;
using Microsoft.AspNetCore.ResponseCompression;

namespace IncidentDesk.Web;

/// <summary>Puts the web host together; tests start the same one.</summary>
public static class DeskHost
{
    /// <summary>In bytes; the server's own is 8 KiB.</summary>
    const int LongestAddress = 32 << 10;

    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? arrange = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Tests and benchmarks are the entry assembly; pages and static files are found by this one's name.
            // Settings are read at the start; watching their folder for changes would see every write to a record that lies in it.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args], ApplicationName = typeof(DeskHost).Assembly.GetName().Name,
        });
        // Without it, pages started by `dotnet run` outside Development come without their stylesheet.
        builder.WebHost.UseStaticWebAssets();
        // What the desk has to say stands on the console; the libraries speak up when something is wrong.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // It warns that it sets no-store at every page with a form; every page of the desk is no-store already.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        // Who is refused is a security event; the handler would say in five lines and without an address that nobody is signed in.
        builder.Logging.AddFilter(typeof(BearerHandler).FullName, LogLevel.Warning);
        // Keys and names stand in addresses; a thousand letters of another script are nine thousand characters there.
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestLineSize = LongestAddress);
        arrange?.Invoke(builder);
        var (services, address) = (builder.Services, DeskAddress.In(builder.Configuration));
        services.AddSingleton(address).AddProxies(builder.Configuration);
        services.AddDesk(Where(builder.Configuration), Options(builder.Configuration));
        services.AddHttpContextAccessor().AddScoped<Visitor>().AddScoped<LookingBack>()
            .AddScoped<IncidentReading>().AddSingleton<Readiness>().AddSingleton<Beat>().AddSingleton<ReadNotes>().AddOrigins();
        services.AddSignIn(builder.Configuration, address).AddAsking();
        services.AddRazorComponents();
        services.AddExceptionHandler<Failures>();
        services.AddAntiforgery(o => (o.Cookie.Name, o.Cookie.SecurePolicy) = (address.Cookie("desk-form"), address.Cookies));
        // How much a whole form carries is said in FormBounds, by page and person.
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(o =>
        {
            o.MultipartBodyLengthLimit = long.MaxValue;
            // 200,000 pasted keys are one field.
            o.ValueLengthLimit = CommandBody.Largest;
        });
        services.AddOpenApi(ApiDocument.Describe);
        services.ConfigureHttpJsonOptions(o => Json.Strict(o.SerializerOptions));
        services.AddResponseCompression(
            o => { o.EnableForHttps = true; o.Providers.Add<BrotliCompressionProvider>(); o.Providers.Add<GzipCompressionProvider>(); });

        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseHealth();
        // Machines that ask whether something is paused are answered here, and pass nothing of what follows.
        app.UseRouting();
        app.UseExceptionHandler(Failures.Options);
        app.UseSecurityHeaders();
        address.Use(app);
        app.UseResponseCompression();
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseAnonymousBounds();
        app.UseSignIn();
        app.Services.GetRequiredService<ReadNotes>().Use(app);
        app.UseApiAnswers();
        app.UseFormBounds();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>();
        Routes.Map(app);
        return app;
    }

    /// <summary>Brings the store up to date and lets commands in.</summary>
    public static async Task Open(WebApplication app, CancellationToken ct = default)
    {
        var store = app.Services.GetRequiredService<DeskStore>();
        FirstStart.Check(app.Configuration);
        await store.Open(ct);
        var link = await store.IsInUse(ct) ? null : await FirstStart.Run(app.Services.GetRequiredService<Desk>(), app.Configuration);
        app.Services.GetRequiredService<Readiness>().IsReady = true;
        app.WarmUp();
        Console.WriteLine($"The record of this desk is in {store.Place}");
        app.Lifetime.ApplicationStarted.Register(() => 
            FirstStart.Print(app.Services.GetRequiredService<DeskAddress>().Own ?? app.Urls.First(), link));
    }

    static DeskOptions Options(ConfigurationManager configuration)
    {
        var usual = new DeskOptions();
        return usual with
        {
            Playbooks = configuration["Playbooks:Folder"] is { Length: > 0 } folder ? folder : usual.Playbooks,
            Files = usual.Files with
            {
                Sent = configuration.GetValue<long?>("Imports:LargestFile") ?? usual.Files.Sent,
                Folder = configuration["Imports:Folder"] is { Length: > 0 } aside ? aside : usual.Files.Folder,
            },
            SecurityEventsKept = configuration.GetValue<int?>("Security:KeepDays") is { } days
                ? TimeSpan.FromDays(days) : usual.SecurityEventsKept,
        };
    }

    /// <summary>The configured database, or a file in the user's data folder.</summary>
    static string Where(ConfigurationManager configuration) => configuration.GetConnectionString("Desk") is { Length: > 0 } given
        ? given
        : $"Data Source={Path.Combine(OwnFiles.Own(Path.Combine(DataFolder, "IncidentDesk")).FullName, "desk.db")}";

    static string DataFolder =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
}
