using System.CommandLine;

namespace IncidentDesk.Cli.Kit;

/// <summary>Options beside the fields of a command: under which key, as seen at which position, in which time zone.</summary>
internal sealed class SendingTerms
{
    readonly Option<string> _key = new("--idempotency-key")
    {
        Description = "Repeating a request with the same key changes nothing and repeats the answer; generated if omitted",
        HelpName = "key",
    };
    readonly Option<int?> _seen =
        new("--seen") { Description = "Refuse if the record has changed since this position", HelpName = "position" };
    readonly Option<string>? _zone;

    public SendingTerms(Command command, bool withZone, bool withSeen)
    {
        if (withZone)
            command.Add(_zone = new("--time-zone")
            {
                Description = "IANA time zone of times without an offset, such as Europe/Berlin", HelpName = "zone"
            });
        if (withSeen) command.Add(_seen);
        command.Add(_key);
    }

    public string Key(ParseResult parsed) => parsed.GetValue(_key) ?? Guid.NewGuid().ToString("N");

    public int? Seen(ParseResult parsed) => parsed.GetResult(_seen) is null ? null : parsed.GetValue(_seen);

    public string? Zone(ParseResult parsed) => _zone is null ? null : parsed.GetValue(_zone);
}
