namespace IncidentDesk;

/// <summary>
/// Files and folders that only the account of the desk may open (0600 and 0700), whatever the umask; also those that an earlier
/// version left open to others. Windows keeps rights with the folder.
/// </summary>
public static class OwnFiles
{
    const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    const UnixFileMode Folder = File | UnixFileMode.UserExecute;

    /// <summary>How one of the desk's own files is opened or made: closed to others where the system knows rights.</summary>
    public static FileStreamOptions Opening(FileMode how, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = how, Access = access, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = File;
        return options;
    }

    /// <summary>Makes a folder that belongs to the desk alone, or takes others' rights away.</summary>
    public static DirectoryInfo Own(string folder)
    {
        var made = Make(folder);
        if (!OperatingSystem.IsWindows()) made.UnixFileMode = Folder;
        return made;
    }

    /// <summary>Makes a folder when there is none. One that is there may be shared: its rights are its owner's.</summary>
    public static DirectoryInfo Make(string folder) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, Folder);

    /// <summary>Makes an empty file.</summary>
    /// <exception cref="IOException">There is one of this name.</exception>
    public static void New(string file) => Touch(file, FileMode.CreateNew);

    /// <summary>Makes an empty file when there is none, and takes others' rights away.</summary>
    public static void Claim(string file)
    {
        Touch(file, FileMode.OpenOrCreate);
        Tighten(file);
    }

    /// <summary>Takes others' rights away; a file that is not there needs nothing.</summary>
    public static void Tighten(string file)
    {
        if (!OperatingSystem.IsWindows() && System.IO.File.Exists(file)) System.IO.File.SetUnixFileMode(file, File);
    }

    static void Touch(string file, FileMode how) =>
        new FileStream(file, Opening(how, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)).Dispose();
}
