using IncidentDesk.Record.Postgres;

namespace IncidentDesk.Tests.Record;

public sealed class PostgresPlaceTests
{
    [Theory]
    [InlineData("Host=db.example.org;Database=desk", true)]
    [InlineData("host=db.example.org", true)]
    [InlineData("Username=desk;Server=db.example.org", true)]
    [InlineData("Data Source=/var/lib/desk.db", false)]
    [InlineData("Data Source=Host=odd.db", false)]
    [InlineData("no connection string", false)]
    [InlineData("", false)]
    public void Host_means_PostgreSQL_and_Data_Source_means_SQLite(string connectionString, bool postgres) =>
        Assert.Equal(postgres, PostgresPlace.Is(connectionString));

    [Theory]
    [InlineData("Host=db", 64)]
    [InlineData("Host=db;Max Auto Prepare=0", 0)]
    [InlineData("Host=db;Max Auto Prepare=20", 20)]
    public void Statements_are_prepared_unless_the_operator_says_otherwise(string connectionString, int most) =>
        Assert.Equal(most, PostgresPlace.Read(connectionString).MaxAutoPrepare);

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    [InlineData(18, false)]
    public void A_server_older_than_15_is_refused_in_plain_words(int major, bool refused)
    {
        var said = PostgresPlace.TooOld(new Version(major, 4));

        Assert.Equal(refused ? $"The desk needs PostgreSQL 15 or later; this server is {major}.4. Nothing was changed on it." : null, said);
    }
}
