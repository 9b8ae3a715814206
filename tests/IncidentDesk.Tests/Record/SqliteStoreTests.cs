using IncidentDesk.Incidents;
using IncidentDesk.Record;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Tests.Record;

/// <summary>One file, one process.</summary>
public sealed class SqliteStoreTests
{
    [Fact]
    public async Task A_second_desk_on_the_same_file_is_refused_until_the_first_has_ended()
    {
        await using var database = new SqliteTestDatabase();
        await using (var first = Desk(database))
        {
            await first.GetRequiredService<DeskStore>().Open(default);
            await using var second = Desk(database);
            var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => second.GetRequiredService<DeskStore>().Open(default));
            Assert.StartsWith("Another process uses the record in ", refused.Message, StringComparison.Ordinal);
            Assert.IsType<Refusal.NotSignedIn>((await first.GetRequiredService<IncidentDesk.Door.Desk>()
                .Do(new DeclareIncident { Title = "Goes on" }, Actor.Nobody)).Refusal);
        }

        await using var after = Desk(database);
        await after.GetRequiredService<DeskStore>().Open(default);
    }

    static ServiceProvider Desk(SqliteTestDatabase database) =>
        new ServiceCollection().AddLogging().AddDesk(database.ConnectionString).BuildServiceProvider();
}
