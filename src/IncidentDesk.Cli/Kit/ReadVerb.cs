using System.CommandLine;
using System.Text.Json.Nodes;

namespace IncidentDesk.Cli.Kit;

/// <summary>Asks the desk something and shows the answer.</summary>
/// <param name="usage">What is typed.</param>
/// <param name="description">One line for the help.</param>
/// <param name="address">Where it is asked; what stands after the question mark becomes options.</param>
/// <param name="columns">For a list: which members of its items are shown, separated by spaces.</param>
public sealed class ReadVerb(string usage, string description, string address, string? columns = null) : Verb(usage, description)
{
    public override string Path => address.Split('?')[0];

    public override void Build(Command command, Settings settings, Terminal terminal)
    {
        var template = new AddressTemplate(address);
        var fields = template.AddTo(command, this);
        command.SetAction((parsed, ct) =>
        {
            var talk = new Talk(settings, parsed, terminal) { Named = Field.Named(Arguments.Contains) };
            var typed = Typed.Of(parsed, fields, this, terminal.In);
            return typed.Problems.Count > 0
                ? Task.FromResult(talk.Refuse(typed.Problems))
                : talk.Get(template.Fill(typed.Values), answer => talk.Tell(answer, said => columns is null ? Plain.Facts(said) : Listed(said)), ct);
        });
    }

    string Listed(JsonNode said)
    {
        var items = said as JsonArray ?? said["items"] as JsonArray ?? [];
        if (items.Count == 0) return "None.";
        var more = said is JsonObject { } page && page["next"] is { } next ? $"\nMore with --after {next}" : "";
        return Plain.Rows(items, columns!.Split(' ')) + more;
    }
}
