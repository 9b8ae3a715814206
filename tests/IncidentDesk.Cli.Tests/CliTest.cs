using System.Text.Json.Nodes;
using IncidentDesk.Web.Tests;

namespace IncidentDesk.Cli.Tests;

/// <summary>The command line against the real host, run in this process with its output kept.</summary>
public abstract class CliTest : HostTest
{
    /// <summary>Runs it signed in as administrator.</summary>
    private protected Task<CliResult> Run(params string[] args) => Run(args, Token);

    private protected Task<CliResult> Run(string[] args, string? token, string input = "", HttpMessageHandler? http = null) =>
        CliResult.By(args, input, new() { ["INCIDENTDESK_URL"] = Address.ToString(), ["INCIDENTDESK_TOKEN"] = token }, http);

    /// <summary>Puts somebody else on the desk and gives them a token.</summary>
    private protected async Task<string> Somebody(string name, string role)
    {
        var invited = JsonNode.Parse(await Done("people", "invite", $"{name}@example.org", "--name", name, "--roles", role, "--json"))!;
        var issued = JsonNode.Parse(
            await Done("token", "issue", "terminal", "--person", (string)invited["person"]!, "--roles", role, "--json"))!;
        return (string)issued["secret"]!;
    }

    /// <summary>Runs it and demands that it was done.</summary>
    private protected async Task<string> Done(params string[] args)
    {
        var said = await Run(args);
        Assert.True(said.Code == Exit.Done, $"{string.Join(' ', args)}: {said.Err}");
        Assert.Empty(said.Err);
        return said.Out;
    }
}

/// <summary>What one run said and the code it ended with.</summary>
internal sealed record CliResult(int Code, string Out, string Err)
{
    /// <param name="args">What is typed.</param>
    /// <param name="input">What lies on standard input.</param>
    /// <param name="variables">The environment.</param>
    /// <param name="http">What answers; the network when null.</param>
    /// <param name="verbs">Verbs made for the test, instead of the real ones.</param>
    public static async Task<CliResult> By(
        string[] args, string input = "", Dictionary<string, string?>? variables = null,
        HttpMessageHandler? http = null, params IncidentDesk.Cli.Kit.Verb[] verbs)
    {
        using var reader = new StringReader(input);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(reader, output, error) { Variable = (variables ?? []).GetValueOrDefault, Http = http };
        var code = await Cli.Run(args, terminal, verbs.Length > 0 ? verbs : Verbs.All, TestContext.Current.CancellationToken);
        return new(code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
