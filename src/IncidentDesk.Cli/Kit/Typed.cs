using System.CommandLine;
using System.Text.Json.Nodes;

namespace IncidentDesk.Cli.Kit;

/// <summary>What somebody typed into the fields of a verb, as JSON, and what is wrong with it.</summary>
internal sealed class Typed
{
    public JsonObject Values { get; } = [];
    public Dictionary<string, string> Problems { get; } = [];

    /// <param name="parsed">What the parser found.</param>
    /// <param name="fields">The fields of the verb.</param>
    /// <param name="verb">Whose arguments must be there.</param>
    /// <param name="input">Standard input, for a text of <c>-</c>.</param>
    /// <param name="zoned">A time zone is given beside the times.</param>
    /// <param name="people">Everybody on the desk, if somebody was named.</param>
    public static Typed Of(ParseResult parsed, IReadOnlyList<Field> fields,
        Verb verb, TextReader input, bool zoned = false, JsonNode? people = null)
    {
        var typed = new Typed();
        foreach (var field in fields)
        {
            var given = field.Given(parsed);
            if (given.Count == 0 && verb.Arguments.Contains(field.Name) && !verb.MayBeLeftOut(field.Name))
                typed.Problems[field.Name] = "This is missing.";
            if (given.Count == 0) continue;
            var (value, problem) = given switch
            {
                // What is long, or made by another program, need not stand on the command line.
                ["-"] when field.Name == "text" => (input.ReadToEnd(), null),
                [var name] when field.IsName(name) && people is not null => Colleagues.Find(people, name),
                _ => field.Read(given, zoned),
            };
            if (problem is null) typed.Values[field.Name] = value;
            else typed.Problems[field.Name] = problem;
        }
        return typed;
    }
}
