using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using IncidentDesk.Web;
using IncidentDesk.Web.Demo;
using IncidentDesk.Web.People;

if (args.Contains(DemoHost.Flag))
{
    await DemoHost.Run(args);
    return 0;
}
WebApplication app;
try
{
    if (args.Contains(NewAdministratorLink.Flag)) return await NewAdministratorLink.Run(args, Console.Out);
    app = DeskHost.Build(args);
    await DeskHost.Open(app);
}
catch (Exception refused) when (refused is StartRefusedException or StoreRefusedException)
{
    await Console.Error.WriteLineAsync($"The desk does not start. {refused.Message}");
    return 1;
}
await app.RunAsync();
return 0;
