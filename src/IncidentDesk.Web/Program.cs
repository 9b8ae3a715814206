using IncidentDesk.Storage;
using IncidentDesk.Web;

var app = DeskHost.Build(args);
await DeskHost.Open(app);
await app.RunAsync();
