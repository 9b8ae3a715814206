using System.Text;

namespace IncidentDesk.Web.Tests.Starting;

/// <summary>The desk as a process whose umask forbids nothing: what it puts on the disk is still its own.</summary>
public sealed class FileModeTests : IDisposable
{
    const UnixFileMode Others = (UnixFileMode)0b000_111_111;
    const string Token = "a-token-for-tests-of-32-characters-or-more";
    readonly string _folder = Directory.CreateTempSubdirectory("incidentdesk-modes-").FullName;

    [Fact]
    public async Task Everything_it_creates_is_closed_to_others_and_what_was_open_is_closed_at_the_next_start()
    {
        if (OperatingSystem.IsWindows()) { Assert.Skip("Windows keeps rights with the folder."); return; }
        var made = await Work();
        Assert.Superset(new HashSet<string> { "desk.db", "desk.db-wal", "desk.db-shm", "desk.db.lock", "desk.db.keys" }, made.Names);
        Assert.Empty(made.Open);

        foreach (var path in Directory.EnumerateFileSystemEntries(Path.Combine(_folder, "IncidentDesk"), "*", SearchOption.AllDirectories)
            .Append(Path.Combine(_folder, "IncidentDesk")).ToList())
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | Others);
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_101_101);
        Assert.Empty((await Work()).Open);
        Assert.Equal((UnixFileMode)0b111_101_101, File.GetUnixFileMode(_folder));
    }

    /// <summary>Runs long enough to sign, to write and to take a file aside; what it made is looked at while it runs.</summary>
    async Task<(HashSet<string> Names, List<string> Open)> Work()
    {
        await using var desk = Started.With([], ("XDG_DATA_HOME", _folder), ("TMPDIR", _folder), ("Setup__ApiToken", Token));
        var said = await desk.Says("The desk is open at http://");
        var address = said[said.IndexOf("http://", StringComparison.Ordinal)..].Split('\n')[0].Trim();
        using var api = new HttpClient { BaseAddress = new Uri(address) };
        using (var page = await api.GetAsync(new Uri("/sign-in", UriKind.Relative))) page.EnsureSuccessStatusCode();
        api.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        using var csv = new StringContent("key\nhive://w/a\n", Encoding.UTF8, "text/csv");
        using (var imported = await api.PostAsync(new Uri("/api/assets/imports?format=csv", UriKind.Relative), csv))
            imported.EnsureSuccessStatusCode();
        var made = Look();
        Assert.Equal(0, await desk.Stops());
        return made;
    }

    /// <summary>A socket of the runtime's diagnostics is no file of the desk.</summary>
    (HashSet<string> Names, List<string> Open) Look()
    {
        if (OperatingSystem.IsWindows()) return ([], []);
        var all = Directory.EnumerateFileSystemEntries(_folder, "*", SearchOption.AllDirectories)
            .Where(p => !Path.GetFileName(p).StartsWith("dotnet-diagnostic", StringComparison.Ordinal)
                && !Path.GetFileName(p).StartsWith("clr-debug", StringComparison.Ordinal)).ToList();
        return (all.Select(p => Path.GetFileName(p)!).ToHashSet(),
            [.. all.Where(p => (Mode(p) & Others) != 0).Select(p => $"{p} {Mode(p)}")]);
    }

    static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
