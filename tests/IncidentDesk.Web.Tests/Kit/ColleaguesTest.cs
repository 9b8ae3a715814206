namespace IncidentDesk.Web.Tests.Kit;

/// <summary>A host that other people use, too.</summary>
public abstract class ColleaguesTest : HostTest
{
    /// <summary>Somebody with these roles and a token of their own.</summary>
    protected async Task<HttpClient> Colleague(string name, string roles)
    {
        var invited = await Post(Api, "/api/people", new { name, email = $"{name.Replace(' ', '.')}@example.org", roles });
        var issued = await Post(Api, "/api/tokens", new { name = "test", roles, person = (string)invited.Body!["person"]! });
        Assert.Equal(201, issued.Status);
        return Client((string)issued.Body!["secret"]!);
    }
}
