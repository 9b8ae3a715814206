using System.Text.RegularExpressions;

namespace IncidentDesk.Pauses.Asking;

/// <summary>How jobs ask, for the systems people run them with: the Markdown in playbooks/pausing, filled in for one pause.</summary>
public sealed partial class AskRecipes(DeskOptions options)
{
    const string About = "README.md";

    /// <summary>What holds for every system first, then system by system.</summary>
    /// <param name="key">Of the pause.</param>
    /// <param name="desk">The address of the desk, without a slash at its end.</param>
    public IReadOnlyList<AskRecipe> For(string key, string desk)
    {
        var folder = Path.Combine(options.Playbooks, "pausing");
        if (!Directory.Exists(folder)) return [];
        return [.. Directory.GetFiles(folder, "*.md").OrderByDescending(f => Path.GetFileName(f) == About)
            .ThenBy(f => f, StringComparer.Ordinal).Select(f => Read(f, key, desk))];
    }

    static AskRecipe Read(string file, string key, string desk)
    {
        var lines = Key().Replace(File.ReadAllText(file), key)
            .Replace("https://desk.example.org", desk, StringComparison.Ordinal).Split('\n');
        // What the first file begins with leads to the others, which stand below it here.
        var from = Path.GetFileName(file) == About ? Array.FindIndex(lines, l => l.StartsWith("## ", StringComparison.Ordinal)) : 1;
        var text = lines[Math.Max(1, from)..].Select(l => l.StartsWith("## ", StringComparison.Ordinal) ? l[1..] : l);
        return new(lines[0].TrimStart('#', ' '), string.Join('\n', text).Trim());
    }

    [GeneratedRegex(@"\bKEY\b")]
    private static partial Regex Key();
}

/// <param name="Title">The system.</param>
/// <param name="Text">Markdown.</param>
public sealed record AskRecipe(string Title, string Text);
