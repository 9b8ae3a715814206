using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentDesk.Cli.Kit;

/// <summary>Sends one command: the fields of its record are the options.</summary>
/// <param name="usage">What is typed; names in it are fields of the command.</param>
/// <param name="description">One line for the help.</param>
/// <param name="path">Where it is sent; values in braces are fields that become part of the address.</param>
/// <param name="done">Said when it is done; names in braces are taken from the answer, then from what was sent.</param>
public sealed class CommandVerb<TCommand>(string usage, string description, string path, string done) : Verb(usage, description)
{
    public override Type Command => typeof(TCommand);
    public override string Path => path;

    public override void Build(Command command, Settings settings, Terminal terminal)
    {
        var fields = Json.Options.GetTypeInfo(typeof(TCommand)).Properties.Where(p => p.Set is not null)
            .Select(p => new Field(p.Name, p.PropertyType)).ToList();
        foreach (var argument in Arguments)
            fields.Single(f => f.Name == argument).AddArgument(command, mayBeLeftOut: !InAddress(argument));
        foreach (var field in fields.Where(f => !InAddress(f.Name))) field.AddOption(command);

        var terms = new SendingTerms(command,
            withZone: fields.Exists(f => f.Type == typeof(DateTimeOffset)) && !fields.Exists(f => f.Name == "timeZone"), withSeen: path.Contains('{'));
        command.SetAction((parsed, ct) => Carry(parsed, fields, terms, new(settings, parsed, terminal) { Typed = Typed }, ct));
    }

    Task<int> Carry(ParseResult parsed, List<Field> fields, SendingTerms terms, Talk talk, CancellationToken ct)
    {
        var (given, problems) = Given(parsed, fields, terms.Zone(parsed), talk.Terminal);
        if (problems.Count > 0) return Task.FromResult(talk.Refuse(problems));
        var body = (JsonObject)given.DeepClone();
        foreach (var name in given.Select(p => p.Key).Where(InAddress)) body.Remove(name);
        var json = body.ToJsonString(Json.Options);
        return talk.Post(RouteText.Fill(path, given), () => new StringContent(json, null, "application/json"), terms,
            answer => talk.Tell(answer, said => Sentence.Fill(done, said, given, Defaults()) + Plain.Lists(said)), ct);
    }

    (JsonObject Given, Dictionary<string, string> Problems) Given(ParseResult parsed, List<Field> fields, string? zone, Terminal terminal)
    {
        var (given, problems) = (new JsonObject(), new Dictionary<string, string>());
        var zoned = zone is not null || fields.Find(f => f.Name == "timeZone")?.Given(parsed).Count > 0;
        foreach (var field in fields)
        {
            var typed = field.Given(parsed);
            if (typed.Count == 0 && Arguments.Contains(field.Name) && !MayBeLeftOut(field.Name)) problems[field.Name] = "This is missing.";
            if (typed.Count == 0) continue;
            var (value, problem) = field.Name == "text" && typed is ["-"] ? (terminal.In.ReadToEnd(), null) : field.Read(typed, zoned);
            if (problem is null) given[field.Name] = value;
            else problems[field.Name] = problem;
        }
        if (zone is not null) given["timeZone"] = zone;
        return (given, problems);
    }

    /// <summary>What the command holds where nothing was typed, so that the sentence can name it.</summary>
    static JsonNode? Defaults() => JsonSerializer.SerializeToNode(Activator.CreateInstance<TCommand>(), Json.Options);

    string Typed(string field) => InAddress(field) ? $"<{field}>" : field switch
    {
        "If-Match" => "--seen",
        _ => Field.Typed(field),
    };

    bool InAddress(string field) => path.Contains($"{{{field}}}", StringComparison.Ordinal);
}
