namespace IncidentDesk.Tests.House;

/// <summary>The source tree these tests were built from, read as files.</summary>
internal static class Repository
{
    static readonly string[] Made = ["bin", "obj", "Migrations", "node_modules", "TestResults"];

    public static readonly string Root = Find();

    /// <summary>
    /// Files below a folder of the repository, as paths from its root with forward slashes; what a
    /// build or a tool made is left out.
    /// </summary>
    public static IReadOnlyList<string> Files(string folder, params string[] endings) =>
        [.. Walk(new DirectoryInfo(Path.Combine(Root, folder)))
            .Select(f => Path.GetRelativePath(Root, f.FullName).Replace('\\', '/'))
            .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)];

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(d => !Made.Contains(d.Name)).SelectMany(Walk));

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "IncidentDesk.sln"))) return folder.FullName;
        throw new InvalidOperationException("IncidentDesk.sln is in no folder above the tests; run them from a clone.");
    }
}
