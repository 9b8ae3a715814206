using System.CommandLine;
using System.Text.Json.Nodes;

namespace IncidentDesk.Cli.Kit;

/// <summary>What somebody typed into the fields of a verb, as JSON, and what is wrong with it.</summary>
internal sealed class Typed
{
    public JsonObject Values { get; } = [];
    public Dictionary<string, string> Problems { get; } = [];

    public static Typed Of(ParseResult parsed, IReadOnlyList<Field> fields, Verb verb, TextReader input, bool zoned = false)
    {
        var typed = new Typed();
        foreach (var field in fields)
        {
            var given = field.Given(parsed);
            if (given.Count == 0 && verb.Arguments.Contains(field.Name) && !verb.MayBeLeftOut(field.Name)) typed.Problems[field.Name] = "This is missing.";
            if (given.Count == 0) continue;
            // What is long, or secret, or made by another program, need not stand on the command line.
            var (value, problem) = field.Name == "text" && given is ["-"] ? (input.ReadToEnd(), null) : field.Read(given, zoned);
            if (problem is null) typed.Values[field.Name] = value;
            else typed.Problems[field.Name] = problem;
        }
        return typed;
    }
}
