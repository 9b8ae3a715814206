using IncidentDesk.Cli;

return await Cli.Run(args, new Terminal(Console.In, Console.Out, Console.Error));
