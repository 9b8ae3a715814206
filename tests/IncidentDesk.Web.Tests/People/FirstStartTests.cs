using IncidentDesk.Web.People;

namespace IncidentDesk.Web.Tests.People;

public sealed class FirstStartTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("incidentdesk-web-").FullName;

    [Fact]
    public async Task A_set_up_token_that_could_be_guessed_keeps_the_desk_from_starting_whether_it_is_empty_or_not()
    {
        await using var app = Host("hunter2");

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => DeskHost.Open(app));

        await using var again = Host("a-token-for-tests-of-32-characters-or-more");
        await DeskHost.Open(again);
        await using var later = Host("hunter2");
        await Assert.ThrowsAsync<StartRefusedException>(() => DeskHost.Open(later));
        Assert.Contains("Setup:ApiToken has fewer than 32 characters", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_starts_again_with_the_token_it_was_opened_with()
    {
        for (var start = 0; start < 2; start++)
        {
            await using var app = Host("a-token-for-tests-of-32-characters-or-more");
            await DeskHost.Open(app);
        }
    }

    Microsoft.AspNetCore.Builder.WebApplication Host(string token) => DeskHost.Build(["--environment", "Development"], builder =>
    {
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["ConnectionStrings:Desk"] = $"Data Source={Path.Combine(_folder, "desk.db")}";
        builder.Configuration["Setup:ApiToken"] = token;
    });

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
