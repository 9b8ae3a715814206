using System.CommandLine;
using System.Text.Json.Nodes;
using IncidentDesk.Cli.Kit;

namespace IncidentDesk.Cli.Pauses;

/// <summary>
/// A gate for scripts. Only one exit code lets something run: 1, it is known not to be paused. A key that does not exist and a
/// desk that cannot be reached end with others, so that <c>[ $? -eq 1 ] || exit</c> fails closed.
/// </summary>
public sealed class PausedVerb()
    : Verb("paused <key>", "Ask whether it is paused: exit code 0 is paused, 1 is not paused, any other is unknown")
{
    /// <summary>A gate that hangs holds up more than it guards.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// A part that was resumed runs again only for those who name it; the client is who asks,
    /// where several share a token.
    /// </summary>
    const string Address = "/api/pauses/{key}/standing?target&client";

    public override string Path => Address.Split('?')[0];

    public override void Build(Command command, Settings settings, Terminal terminal)
    {
        var template = new AddressTemplate(Address);
        var fields = template.AddTo(command, this);
        command.SetAction((parsed, ct) =>
        {
            var talk = new Talk(settings, parsed, terminal) { Named = Field.Named(Arguments.Contains), Patience = Patience };
            var typed = Typed.Of(parsed, fields, this, terminal.In);
            return typed.Problems.Count > 0 ? Task.FromResult(talk.Refuse(typed.Problems)) : Ask(talk, template.Fill(typed.Values), ct);
        });
    }

    /// <summary>
    /// The one code that lets something run stands for the desk's own word, and for no status
    /// that something between may send.
    /// </summary>
    static async Task<int> Ask(Talk talk, string address, CancellationToken ct)
    {
        int? told = null;
        var code = await talk.Get(address, answer => told = Told(talk, answer.Json()), ct);
        return told ?? (code is Exit.Done or Exit.Refused ? Exit.Unreachable : code);
    }

    /// <summary>Null when what answered is no desk.</summary>
    static int? Told(Talk talk, JsonNode? said) => said?["paused"] is JsonValue paused && paused.TryGetValue<bool>(out var yes)
        ? talk.Tell(said, Sentence) is null ? null : yes ? Exit.Done : Exit.Refused
        : null;

    /// <summary>Of a pause in a private incident the desk says whether to stop, and nothing else.</summary>
    static string Sentence(JsonNode said) => (said["paused"]!.GetValue<bool>(), said["state"]) switch
    {
        (true, null) => $"{said["key"]} is paused.",
        (false, null) => $"{said["key"]} is not paused.",
        _ => InDetail(said),
    };

    static string InDetail(JsonNode said) => said["paused"]!.GetValue<bool>()
        ? $"{said["key"]} is paused since {said["since"]}, {said["mode"]}; re-check by {said["reviewBy"]}."
        : said["partResumed"]?.GetValue<bool>() is true ? $"This part of {said["key"]} was resumed; the rest stays paused."
        : $"{said["key"]} is not paused ({said["state"]}).";
}
