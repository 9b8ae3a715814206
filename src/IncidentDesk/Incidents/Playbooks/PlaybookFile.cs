using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentDesk.Incidents.Playbooks;

/// <summary>
/// Reads one playbook; playbooks/README.md lists the keys. Throws
/// <see cref="BrokenPlaybookException"/> with file and line.
/// </summary>
internal static partial class PlaybookFile
{
    /// <param name="path">Its name without <c>.md</c> is the playbook's id.</param>
    /// <param name="text">The whole file.</param>
    public static Playbook Read(string path, string text)
    {
        var (top, body) = FrontMatter.Read(Path.GetFileName(path), text);
        var id = Path.GetFileNameWithoutExtension(path);
        if (top.Text("id") != id) throw top.Broken("id", $"the id must equal the file name, {id}.");
        var playbook = new Playbook(
            id, top.Text("name"), top.Text("summary"), Matches(top.Under("matches")), Number(top, "priority"), [.. Tasks(top)], body);
        top.NothingElse();
        return playbook;
    }

    static PlaybookMatch Matches(Fields matches)
    {
        var match = new PlaybookMatch(
            [.. matches.Choices<IncidentKind>("kinds")], [.. matches.Choices<Severity>("severities")], [.. matches.Texts("words")]);
        matches.NothingElse();
        return match;
    }

    static IEnumerable<PlaybookTask> Tasks(Fields top)
    {
        var seen = new HashSet<string>();
        foreach (var fields in top.Each("tasks"))
        {
            var task = new PlaybookTask(
                Id(fields), fields.Text("title"), fields.Choice<TaskRole>("role"), Due(fields), fields.TextOrNull("detail"));
            fields.NothingElse();
            if (!seen.Add(task.Id)) throw fields.Broken("id", $"the task id \"{task.Id}\" is used twice.");
            yield return task;
        }
    }

    static int Number(Fields fields, string key) =>
        int.TryParse(fields.Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : throw fields.Broken(key, $"\"{key}\" must be a whole number.");

    static string Id(Fields fields) => Slug().IsMatch(fields.Text("id"))
        ? fields.Text("id") : throw fields.Broken("id", "a task id has only lower-case letters, digits and hyphens, at most 60.");

    /// <summary>Hours and minutes only: days, months and years have no fixed length.</summary>
    static TimeSpan Due(Fields fields) => Duration().Match(fields.Text("due")) is { Success: true } match
        ? TimeSpan.FromHours(Part(match, "h")) + TimeSpan.FromMinutes(Part(match, "m"))
        : throw fields.Broken("due", "a due time is written in hours and minutes, as in PT30M, PT1H30M or PT72H.");

    static int Part(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\APT(?=\d)(?:(?<h>\d{1,4})H)?(?:(?<m>\d{1,4})M)?\z")]
    private static partial Regex Duration();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,59}\z")]
    private static partial Regex Slug();
}
