using System.Text.RegularExpressions;

namespace IncidentDesk.Tests.House;

/// <summary>A file is about one thing, and a class leans on few.</summary>
public sealed partial class TypeTests
{
    /// <summary>Files with more types than a command with its answer, validator and handler, each with its reason.</summary>
    static readonly Dictionary<string, (int Types, string Reason)> Crowded = new()
    {
        ["AllowAttribute.cs"] = (6, "the few words for who may send a command"),
        ["ApiToken.cs"] = (5, "a token and its use are two tables of one projection"),
        ["AssetSheet.cs"] = (5, "the parts of one answer"),
        ["BlastRadius.cs"] = (6, "the parts of one answer"),
        ["Block.cs"] = (7, "what a report is made of, with what a block is made of"),
        ["EnterSubject.cs"] = (5, "a command with the rules that it shares with DescribeSubject"),
        ["EvidenceWords.cs"] = (6, "the small enums of a room with their words"),
        ["Incident.cs"] = (6, "the aggregate with its parts"),
        ["LinkAssets.cs"] = (5, "a command that names its assets like others"),
        ["NameSegment.cs"] = (5, "one index with its parts, which nothing else uses"),
        ["PauseSighting.cs"] = (5, "a table with its totals"),
        ["PauseWords.cs"] = (5, "the small enums of a room with their words"),
        ["ReviewWords.cs"] = (6, "the small enums of a room with their words"),
        ["SaveSearch.cs"] = (5, "a command with the answer and the rules that three commands share"),
        ["StatusView.cs"] = (6, "the parts of one answer"),
        ["CatalogueStatement.cs"] = (6, "what a file can say, one line each"),
        ["IncidentWords.cs"] = (8, "the small enums of a room with their words"),
    };

    /// <summary>Classes made of more than four things, each with its reason.</summary>
    static readonly Dictionary<string, (int Parameters, string Reason)> Demanding = new()
    {
        ["DeclareIncidentHandler"] = (5, "what is declared begins with a number and the tasks of a playbook, which depend on the time"),
        ["OfrepEndpoints"] = (5, "answers from memory need the register, the tokens, the log and the clock"),
        ["NameText"] = (5, "one column of text with what leads into it"),
        ["Recorder"] = (5, "appends, projects and lets follow, in one transaction"),
        ["ReadVerb"] = (5, "a line of the table of verbs"),
        ["RecordReader"] = (5, "reads all that a report may say"),
        ["TokenMemory"] = (5, "remembers, and says what was shown to it in vain"),
        ["UploadVerb"] = (5, "a line of the table of verbs"),
    };

    [Fact]
    public void A_file_holds_at_most_a_command_with_its_answer_validator_and_handler() => Rule.Holds(
        Repository.Files("src", ".cs").Concat(Repository.Files("tests", ".cs")), file =>
            Types(Repository.Text(file)) is var types && types <= (Crowded.TryGetValue(Name(file), out var known) ? known.Types : 4) ? null
                : $"{file} holds {types} types, refusals and events not counted. Move those of another thought into a file of their own.");

    [Fact]
    public void A_class_is_made_of_at_most_four_things() => Rule.Holds(
        Repository.Files("src", ".cs").SelectMany(f => Classes(f).Select(c => (File: f, c.Class, c.Of))),
        made => made.Of <= (Demanding.TryGetValue(made.Class, out var known) ? known.Parameters : 4) ? null
            : $"{made.File}: {made.Class} is made of {made.Of} things, four at most: two of them belong together, or it does two things.");

    [Fact]
    public void Every_exception_is_still_needed() => Rule.Holds(
        Crowded.Select(c => (c.Key, c.Value.Types)).Concat(Demanding.Select(d => (d.Key, d.Value.Parameters))),
        exception => Repository.Files("src", ".cs").Any(f => (Name(f) == exception.Key && Types(Repository.Text(f)) == exception.Item2)
            || Classes(f).Contains(exception)) ? null : $"{exception.Key} no longer needs its exception, or another number in it.");

    static IEnumerable<(string Class, int Of)> Classes(string file) =>
        Made().Matches(Repository.Text(file)).Select(m => (m.Groups[1].Value, Count(m.Groups[2].Value)));

    static string Name(string file) => Path.GetFileName(file);

    static int Types(string text) => Declared().Matches(text).Count(m => !Nested().IsMatch(m.Value));

    /// <summary>Commas that stand between parameters, not within the types of one.</summary>
    static int Count(string parameters)
    {
        var (depth, count) = (0, string.IsNullOrWhiteSpace(parameters) ? 0 : 1);
        foreach (var c in parameters)
        {
            if (c is '<' or '(' or '[') depth++;
            else if (c is '>' or ')' or ']') depth--;
            else if (c == ',' && depth == 0) count++;
        }
        return count;
    }

    /// <summary>A type that stands in no other, up to its body.</summary>
    [GeneratedRegex(
        @"^(?:(?:public|internal|sealed|abstract|static|readonly|partial|file)\s+)*"
            + @"(?:class|record struct|record|struct|interface|enum)\s+\w+[^{;]*",
        RegexOptions.Multiline)]
    private static partial Regex Declared();

    /// <summary>Refusals belong to what decides them, and events are recorded together.</summary>
    [GeneratedRegex(@":\s*(Refusal\b|TimelineEvent)")]
    private static partial Regex Nested();

    [GeneratedRegex(@"\bclass\s+(\w+)(?:<[^>]*>)?\(((?:[^()]|\([^()]*\))*)\)")]
    private static partial Regex Made();
}
