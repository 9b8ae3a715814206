using IncidentDesk.Benchmarks;

if (args is ["empty-app", var file, var url])
{
    await StartingBenchmark.EmptyApp(file, url);
    return 0;
}

if (args is [AskingBenchmark.Mode, .. var arguments])
{
    await AskingBenchmark.Desk(arguments);
    return 0;
}

// Each promise is a ratio of two sides measured in turns within one run; absolute times say little on a shared machine.
var all = new Dictionary<string, Func<Task<IReadOnlyList<Ratio>>>>
{
    ["declaring"] = DeclaringBenchmark.Run,
    ["reading"] = ReadingBenchmark.Run,
    ["watching"] = WatchingBenchmark.Run,
    ["starting"] = StartingBenchmark.Run,
    ["linking"] = LinkingBenchmark.Run,
    ["linking-among-a-million"] = LinkingBenchmark.AmongAMillion,
    ["searching"] = SearchingBenchmark.Run,
    ["blast-radius"] = BlastRadiusBenchmark.Run,
    ["asking"] = AskingBenchmark.Run,
    ["importing"] = ImportingBenchmark.Run,
    ["importing-a-million"] = ImportingBenchmark.ByTheMillion,
};
var chosen = args.Length == 0 ? [.. all.Keys] : args;
if (chosen.FirstOrDefault(c => !all.ContainsKey(c)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark '{unknown}'. There are: {string.Join(", ", all.Keys)}.");
    return 2;
}
var rows = new List<Ratio>();
foreach (var name in chosen) rows.AddRange(await all[name]());
Ratio.Print(rows);
return rows.All(r => r.Kept) ? 0 : 1;
