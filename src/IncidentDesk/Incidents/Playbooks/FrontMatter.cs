using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IncidentDesk.Incidents.Playbooks;

/// <summary>The YAML between the two lines of dashes at the top of a Markdown file, and the text below them.</summary>
internal static class FrontMatter
{
    const string Fence = "---";

    public static (Fields Top, string Body) Read(string file, string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (lines[0].TrimEnd() != Fence)
            throw new BrokenPlaybookException(file, 1, "the file must begin with a line of three dashes, followed by the YAML keys.");
        var end = Array.FindIndex(lines, 1, l => l.TrimEnd() == Fence);
        if (end < 0)
            throw new BrokenPlaybookException(file, lines.Length, "the YAML keys do not end; a second line of three dashes is missing.");
        // An empty line in place of the first fence, so that the parser counts lines as the file does.
        return (Keys(file, "\n" + string.Join('\n', lines[1..end])), string.Join('\n', lines[(end + 1)..]).Trim());
    }

    /// <summary>A file that is YAML from its first line to its last.</summary>
    public static Fields Whole(string file, string text) => Keys(file, text.TrimStart('\uFEFF').ReplaceLineEndings("\n"));

    static Fields Keys(string file, string text)
    {
        var scanner = new Scanner(new StringReader(text));
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new Parser(scanner));
        }
        // The parser answers an unclosed bracket and the like with exceptions that carry no line.
        catch (Exception malformed) when (malformed is YamlException or InvalidOperationException or ArgumentException)
        {
            var line = malformed is YamlException { Start.Line: > 1 } placed ? placed.Start.Line : scanner.CurrentPosition.Line;
            throw new BrokenPlaybookException(file, (int)line, $"this is not YAML: {malformed.Message}");
        }
        return yaml.Documents is [{ RootNode: YamlMappingNode top }]
            ? new Fields(file, top) : throw new BrokenPlaybookException(file, 2, "this must be a YAML key, such as: name: Drill");
    }
}
