using IncidentDesk.Tests;
using IncidentDesk.Web.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IncidentDesk.Web.Tests.Surfaces.Twins;

/// <summary>One of several desks that were the same until something private was recorded on one of them.</summary>
internal sealed class Twin(Func<Task<TestDatabase>> beginning) : ColleaguesTest
{
    public FakeTimeProvider Clock { get; } = new(Scene.Now);
    public IServiceProvider Host => Services;

    /// <summary>A desk like every other with the same scene.</summary>
    public static async Task<(Twin Desk, Scene Scene)> Born()
    {
        var (database, scene) = await Scene.Template.Copy();
        return (await Opened(() => Task.FromResult(database)), scene);
    }

    public static async Task<Twin> Opened(Func<Task<TestDatabase>> beginning)
    {
        var twin = new Twin(beginning);
        await twin.InitializeAsync();
        return twin;
    }

    private protected override Task<TestDatabase> Beginning() => beginning();

    /// <summary>As a desk gives them, which is what this is about.</summary>
    private protected override bool NumbersInOrder => false;

    protected override void Arrange(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(Clock);

    public HttpClient As(string? token) => Client(token);

    /// <summary>The token of a new person, or of a machine, and the person.</summary>
    public async Task<(string Token, string Person)> Joined(string name, string roles)
    {
        using var client = await Colleague(name, roles);
        var people = (await Get(Api, "/api/people")).Body!["items"]!.AsArray();
        return (client.DefaultRequestHeaders.Authorization!.Parameter!, (string)people.Single(p => (string)p!["name"]! == name)!["id"]!);
    }

    /// <summary>A token of the first administrator's own.</summary>
    public async Task<(string Secret, string Id)> Issued(string roles)
    {
        var issued = await Sent(Api, "/api/tokens", new { name = roles, roles });
        return ((string)issued["secret"]!, (string)issued["id"]!);
    }

    /// <summary>For what must be carried out.</summary>
    public async Task<System.Text.Json.Nodes.JsonNode> Sent(HttpClient by, string path, object? body)
    {
        var (status, answer, _) = await Post(by, path, body);
        Assert.True(status is 200 or 201, $"{path}: {status} {answer}");
        return answer!;
    }

    public HttpClient Administrator => Api;
}
