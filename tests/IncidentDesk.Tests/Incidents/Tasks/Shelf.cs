using IncidentDesk.Incidents.Playbooks;

namespace IncidentDesk.Tests.Incidents.Tasks;

/// <summary>Folders with playbooks, for a test.</summary>
internal static class Shelf
{
    /// <summary>The folder that ships with the desk.</summary>
    public static string Shipped
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "IncidentDesk.sln"))) folder = folder.Parent!;
            return Path.Combine(folder.FullName, "playbooks");
        }
    }

    public static PlaybookShelf At(string folder) => new(new DeskOptions { Playbooks = folder });

    public static string Text(string id, string rest) => $"---\nname: {id}\nid: {id}\nsummary: A test.\n{rest}---\n## Stop the harm\n";

    public const string Exposure = """
        matches:
          kinds: [live, backfill]
          severities: [SEV0, SEV1, SEV2]
          words: [readable, exposed]
        priority: 10
        tasks:
          - id: stop-the-access
            title: Close the access
            role: commander
            due: PT30M
            detail: Do not wait for a list.
          - id: tell-privacy
            title: Tell privacy
            role: privacy
            due: PT1H30M

        """;

    public const string Everything = """
        matches:
          kinds: []
          severities: []
          words: []
        priority: -1
        tasks: []

        """;
}
