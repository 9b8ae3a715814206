namespace IncidentDesk.Cli.Kit;

/// <summary>Reading files somebody named, with a sentence instead of a stack trace when that fails.</summary>
internal static class FileText
{
    public static IReadOnlyList<string>? Lines(string path, out string? problem) =>
        Try(path, p => File.ReadLines(p).Select(l => l.Trim()).Where(l => l.Length > 0).ToList(), out problem);

    public static T? Try<T>(string path, Func<string, T> read, out string? problem) where T : class
    {
        try
        {
            problem = null;
            return read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problem = e is FileNotFoundException or DirectoryNotFoundException ? $"There is no file {path}."
                : $"The file {path} cannot be read: {e.Message}";
            return null;
        }
    }
}
