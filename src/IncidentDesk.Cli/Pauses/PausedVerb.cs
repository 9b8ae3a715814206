using System.CommandLine;
using System.Text.Json.Nodes;
using IncidentDesk.Cli.Kit;

namespace IncidentDesk.Cli.Pauses;

/// <summary>
/// A gate for scripts. Only one exit code lets something run: 1, it is known not to be paused. A key that does not exist and a
/// desk that cannot be reached end with others, so that <c>[ $? -eq 1 ] || exit</c> fails closed.
/// </summary>
public sealed class PausedVerb() : Verb("paused <key>", "Ask whether it is paused: exit code 0 paused, 1 not paused, anything else: not known")
{
    /// <summary>A part that was resumed runs again only for those who name it; the client is who asks, where several share a token.</summary>
    const string Address = "/api/pauses/{key}/standing?target&client";

    public override string Path => Address.Split('?')[0];

    public override void Build(Command command, Settings settings, Terminal terminal)
    {
        var template = new AddressTemplate(Address);
        var fields = template.AddTo(command, this);
        command.SetAction((parsed, ct) =>
        {
            var talk = new Talk(settings, parsed, terminal) { Named = Field.Named(Arguments.Contains) };
            var typed = Typed.Of(parsed, fields, this, terminal.In);
            return typed.Problems.Count > 0
                ? Task.FromResult(talk.Refuse(typed.Problems))
                : talk.Get(template.Fill(typed.Values), answer => Told(talk, answer.Json()), ct);
        });
    }

    /// <summary>Null when what answered is no desk.</summary>
    static int? Told(Talk talk, JsonNode? said) => said?["paused"] is JsonValue paused && paused.TryGetValue<bool>(out var yes)
        ? talk.Tell(said, Sentence) is null ? null : yes ? Exit.Done : Exit.Refused
        : null;

    static string Sentence(JsonNode said) => said["paused"]!.GetValue<bool>()
        ? $"{said["key"]} is paused since {said["since"]}, {said["mode"]}; review by {said["reviewBy"]}."
        : said["partResumed"]?.GetValue<bool>() is true ? $"This part of {said["key"]} was resumed; the rest stays paused."
        : $"{said["key"]} is not paused ({said["state"]}).";
}
