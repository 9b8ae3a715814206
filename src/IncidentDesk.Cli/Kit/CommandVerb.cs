using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentDesk.Cli.Kit;

/// <summary>Sends one command: its fields are the options, and the catalogue says what it does and where it goes.</summary>
/// <param name="usage">What is typed; names in it are fields of the command.</param>
/// <param name="done">Said when it is done; names in braces are taken from the answer, then from what was sent.</param>
/// <param name="hint">What holds in a terminal only, for the help.</param>
public sealed class CommandVerb<TCommand>(string usage, string done, string? hint = null)
    : Verb(usage, CommandCatalogue.Of<TCommand>(), hint)
{

    public override void Build(Command command, Settings settings, Terminal terminal)
    {
        var address = new AddressTemplate(Path!);
        var fields = Field.Of<TCommand>();
        foreach (var argument in Arguments)
            fields.Single(f => f.Name == argument).AddArgument(command, mayBeLeftOut: !address.Has(argument));
        foreach (var field in fields.Where(f => !address.Has(f.Name))) field.AddOption(command);

        var terms = new SendingTerms(command,
            withZone: fields.Exists(f => f.Type == typeof(DateTimeOffset)) && !fields.Exists(f => f.Name == "timeZone"),
            withSeen: Path!.Contains('{'));
        command.SetAction(
            (parsed, ct) => Carry(parsed, fields, terms, new(settings, parsed, terminal) { Named = Field.Named(address.Has) }, ct));
    }

    async Task<int> Carry(ParseResult parsed, List<Field> fields, SendingTerms terms, Talk talk, CancellationToken ct)
    {
        JsonNode? people = null;
        if (fields.Exists(f => f.Given(parsed) is [var name] && f.IsName(name)))
            if (await talk.Get("/api/people", answer => (people = answer.Json()) is null ? null : Exit.Done,
                ct) is not Exit.Done and var code)
                return code;

        var zone = terms.Zone(parsed);
        var zoned = zone is not null || fields.Find(f => f.Name == "timeZone")?.Given(parsed).Count > 0;
        var typed = Typed.Of(parsed, fields, this, talk.Terminal.In, zoned, people);
        return typed.Problems.Count > 0 ? talk.Refuse(typed.Problems) : await Send(typed.Values, zone, terms, talk, ct);
    }

    Task<int> Send(JsonObject typed, string? zone, SendingTerms terms, Talk talk, CancellationToken ct)
    {
        var address = new AddressTemplate(Path!);
        var body = (JsonObject)typed.DeepClone();
        foreach (var name in address.Names) body.Remove(name);
        if (zone is not null) body["timeZone"] = zone;
        var json = body.ToJsonString(Json.Options);
        return talk.Post(address.Fill(typed), () => new StringContent(json, null, "application/json"), terms,
            answer => talk.Tell(answer.Json(), said => Sentence.Fill(done, () => said, () => typed, Defaults) + Plain.Lists(said)), ct);
    }

    /// <summary>What the command holds where nothing was typed, so that the sentence can name it.</summary>
    static JsonNode? Defaults() => JsonSerializer.SerializeToNode(Activator.CreateInstance<TCommand>(), Json.Options);
}
