using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Tests;

internal static class ReadTables
{
    /// <summary>Whatever a scenario did, the record carries it: made anew from there, every row must come out the same.</summary>
    public static async Task MustSurviveRebuilding(IServiceProvider services, TestDatabase database)
    {
        var before = await database.Dump();
        Assert.Contains("== entries", before, StringComparison.OrdinalIgnoreCase);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        await services.GetRequiredService<DeskStore>().Write(db, async () =>
        {
            var recorder = scope.ServiceProvider.GetRequiredService<Recorder>();
            foreach (var stream in await db.Entries.IgnoreQueryFilters().Select(e => e.Stream).Distinct().ToListAsync())
                await recorder.Rebuild(stream, default);
            return (0, true);
        }, default);
        Assert.Equal(before, await database.Dump());
    }
}
