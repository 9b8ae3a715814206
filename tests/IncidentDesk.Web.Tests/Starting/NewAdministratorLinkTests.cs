using System.Text.RegularExpressions;
using IncidentDesk.Record;
using IncidentDesk.Tests;
using IncidentDesk.Web.People;
using IncidentDesk.Web.Tests.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace IncidentDesk.Web.Tests.Starting;

/// <summary>The way back in for whoever holds the machine, as they would type it.</summary>
public sealed partial class NewAdministratorLinkTests
{
    [Fact]
    public async Task The_program_makes_a_link_for_an_administrator_and_ends()
    {
        var (database, _) = await TestTemplate.Schema.Copy();
        await using var gone = database;
        await using (await Open(database)) { }
        await using var said = new StringWriter();

        var exit = await NewAdministratorLink.Run([NewAdministratorLink.Flag, "nina@example.org", "Nina", "New"], said, On(database));

        Assert.Equal(0, exit);
        await using var desk = await Open(database);
        using var nina = await new Browser(new Uri(desk.Urls.First())).Join(Link().Match($"{said}").Value, DateTimeOffset.UtcNow);
        Assert.Contains("Nina New", (await nina.Open("/people")).Text, StringComparison.Ordinal);
        Assert.Contains("Invite a person", nina.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_it_says_what_to_write()
    {
        var (database, _) = await TestTemplate.Schema.Copy();
        await using var gone = database;
        await using (await Open(database)) { }
        await using var said = new StringWriter();

        Assert.Equal(1, await NewAdministratorLink.Run([NewAdministratorLink.Flag], said, On(database)));
        Assert.Contains($"{NewAdministratorLink.Flag} ada@example.org", $"{said}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_desk_runs_on_a_file_it_says_to_stop_it_first()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "Several processes share PostgreSQL.");
        var (database, _) = await TestTemplate.Schema.Copy();
        await using var gone = database;
        await using var running = await Open(database);

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() =>
            NewAdministratorLink.Run([NewAdministratorLink.Flag, "nina@example.org"], TextWriter.Null, On(database)));

        Assert.Contains("Stop that process first", refused.Message, StringComparison.Ordinal);
    }

    static Action<WebApplicationBuilder> On(TestDatabase database) => builder =>
    {
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["ConnectionStrings:Desk"] = database.ConnectionString;
        builder.Configuration["Setup:ApiToken"] = new string('k', 32);
    };

    static async Task<WebApplication> Open(TestDatabase database)
    {
        var host = DeskHost.Build(["--environment", "Development"], On(database));
        await DeskHost.Open(host);
        await host.StartAsync();
        return host;
    }

    [GeneratedRegex("/invitation/[0-9a-f]{64}")]
    private static partial Regex Link();
}
