using System.CommandLine;
using System.Text.Json.Nodes;

namespace IncidentDesk.Cli.Kit;

/// <summary>Asks the desk something and shows the answer.</summary>
/// <param name="usage">What is typed.</param>
/// <param name="description">One line for the help.</param>
/// <param name="address">Where it is asked; what stands after the question mark becomes options.</param>
/// <param name="columns">For a list: which members of its items are shown, separated by spaces.</param>
/// <param name="pick">The argument that says, by identity, which one item of the list is wanted.</param>
public sealed class ReadVerb(string usage, string description, string address, string? columns = null, string? pick = null)
    : Verb(usage, description)
{
    /// <summary>How the answer is put; fact by fact, or in columns, when null.</summary>
    internal Func<JsonNode, string>? InWords { get; init; }

    public override string Path => address.Split('?')[0];

    public override void Build(Command command, Settings settings, Terminal terminal)
    {
        var template = new AddressTemplate(address);
        var fields = template.AddTo(command, this);
        var one = pick is null ? null : new Argument<string>(pick) { HelpName = pick };
        if (one is not null) command.Add(one);
        command.SetAction((parsed, ct) =>
        {
            var talk = new Talk(settings, parsed, terminal) { Named = Field.Named(Arguments.Contains) };
            var typed = Typed.Of(parsed, fields, this, terminal.In);
            return typed.Problems.Count > 0
                ? Task.FromResult(talk.Refuse(typed.Problems))
                : talk.Get(template.Fill(typed.Values), answer => Show(answer.Json(), talk, one is null ? null : parsed.GetValue(one)), ct);
        });
    }

    int? Show(JsonNode? said, Talk talk, string? wanted)
    {
        if (wanted is null) return talk.Tell(said, InWords ?? (columns is null ? said => Plain.Facts(said) : Listed));
        var found = (said?["items"] as JsonArray ?? []).FirstOrDefault(i => i?["id"]?.ToString() == wanted);
        return talk.Tell(found, found => Plain.Facts(found)) ?? talk.Missing($"There is no {pick} {wanted} here.");
    }

    string Listed(JsonNode said)
    {
        var items = said as JsonArray ?? said["items"] as JsonArray ?? [];
        if (items.Count == 0) return "None.";
        var more = said is JsonObject { } page && page["next"] is { } next ? $"\nMore with --after {next}" : "";
        return Plain.Rows(items, columns!.Split(' ')) + more;
    }
}
