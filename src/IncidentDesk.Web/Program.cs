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
