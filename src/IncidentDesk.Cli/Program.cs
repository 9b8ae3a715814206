Console.WriteLine("incidentdesk");
