using IncidentDesk.Web.Tests;

namespace IncidentDesk.Cli.Tests;

/// <summary>The command line against the real host, run in this process with its output kept.</summary>
public abstract class CliTest : HostTest
{
    /// <summary>Runs it signed in as administrator.</summary>
    private protected Task<Said> Run(params string[] args) => Run(args, Token);

    private protected Task<Said> Run(string[] args, string? token, string input = "", HttpMessageHandler? http = null) =>
        Said.By(args, input, new() { ["INCIDENTDESK_URL"] = Address.ToString(), ["INCIDENTDESK_TOKEN"] = token }, http);

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
internal sealed record Said(int Code, string Out, string Err)
{
    public static async Task<Said> By(string[] args, string input, Dictionary<string, string?> variables, HttpMessageHandler? http)
    {
        using var reader = new StringReader(input);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Cli.Run(args, new(reader, output, error) { Variable = variables.GetValueOrDefault, Http = http }, TestContext.Current.CancellationToken);
        return new(code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
