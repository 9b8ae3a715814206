using System.CommandLine;

namespace IncidentDesk.Cli.Kit;

/// <summary>Options every verb takes: where the desk is, who is calling, how to print.</summary>
public sealed class Settings
{
    public const string DefaultUrl = "http://localhost:5000";

    public Option<string> Url { get; } = new("--url")
    {
        Description = $"Address of the desk; defaults to INCIDENTDESK_URL, then {DefaultUrl}", Recursive = true, HelpName = "address",
    };
    public Option<string> TokenFile { get; } = new("--token-file")
    {
        Description = "File that holds the API token; defaults to INCIDENTDESK_TOKEN", Recursive = true, HelpName = "file",
    };
    public Option<string> Token { get; } = new("--token")
    {
        Description = "The API token itself; other users of this machine can see it, so prefer a file or the variable",
        Recursive = true, HelpName = "token",
    };
    public Option<bool> Json { get; } = new("--json") { Description = "Print the JSON answer of the desk", Recursive = true };

    public IEnumerable<Option> Options => [Url, TokenFile, Token, Json];
}
