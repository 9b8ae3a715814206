namespace IncidentDesk.Incidents.Playbooks;

/// <summary>
/// The playbooks of this desk, read from their folder when the first one is wanted. A broken file stands aside and says where
/// it is broken; the others serve, because an incident must not wait for a typing error.
/// </summary>
public sealed class PlaybookShelf(DeskOptions options)
{
    /// <summary>Given at a declaration to decline every playbook.</summary>
    public const string None = "none";

    readonly Lazy<(IReadOnlyList<Playbook> Good, IReadOnlyList<BrokenPlaybookException> Broken)> _read = new(() => Read(options.Playbooks));

    /// <summary>In the order in which they are suggested.</summary>
    public IReadOnlyList<Playbook> All => _read.Value.Good;

    public IReadOnlyList<BrokenPlaybookException> Broken => _read.Value.Broken;

    public Playbook? Find(string id) => All.FirstOrDefault(p => p.Id == id);

    /// <summary>The playbook meant for such an incident, if there is one.</summary>
    public Playbook? Match(IncidentKind kind, Severity severity, string title, string? summary) =>
        All.FirstOrDefault(p => p.Matches.Fits(kind, severity, title, summary));

    /// <summary>The folder's file of that name, or null; for what lies beside the playbooks, such as statement templates.</summary>
    internal string? TextOf(string relative) =>
        Path.Combine(options.Playbooks, relative) is var path && File.Exists(path) ? File.ReadAllText(path) : null;

    static (IReadOnlyList<Playbook>, IReadOnlyList<BrokenPlaybookException>) Read(string folder)
    {
        var (good, broken) = (new List<Playbook>(), new List<BrokenPlaybookException>());
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.md").Where(f => Path.GetFileName(f) != "README.md") : [];
        foreach (var file in files)
        {
            try { good.Add(PlaybookFile.Read(file, File.ReadAllText(file))); }
            catch (BrokenPlaybookException problem) { broken.Add(problem); }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                broken.Add(new(Path.GetFileName(file), 1, unreadable.Message));
            }
        }
        return ([.. good.OrderByDescending(p => p.Priority).ThenBy(p => p.Id, StringComparer.Ordinal)],
            [.. broken.OrderBy(b => b.File, StringComparer.Ordinal)]);
    }
}
