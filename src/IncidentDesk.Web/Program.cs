using IncidentDesk.Web;
using IncidentDesk.Web.Demo;

if (args.Contains(DemoHost.Flag))
{
    await DemoHost.Run(args);
    return;
}
var app = DeskHost.Build(args);
await DeskHost.Open(app);
await app.RunAsync();
