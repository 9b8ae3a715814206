using IncidentDesk.Cli;

return await Cli.Run(args, new Terminal(Console.In, Console.Out, Console.Error)
{
    Progress = Console.IsErrorRedirected ? null : text => Console.Error.Write($"\r{text,-60}{(text.Length == 0 ? "\r" : "")}"),
});
