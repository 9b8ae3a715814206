using System.Text.RegularExpressions;

namespace IncidentDesk.Tests.House;

/// <summary>What the desk puts on the disk is its own: files are made by <see cref="OwnFiles"/>, which says with which rights.</summary>
public sealed partial class FileTests
{
    /// <summary>Who makes a file or a folder without it, each with its reason.</summary>
    static readonly Dictionary<string, string> Others = new()
    {
        ["OwnFiles.cs"] = "makes them",
        ["SpooledFile.cs"] = "opens what OwnFiles has made",
        ["SqliteStore.cs"] = "the lock says its rights itself, because it stays open",
        ["DemoHost.cs"] = "a demo, in a temporary folder that is its own",
    };

    [Fact]
    public void Files_and_folders_are_made_where_their_rights_are_said() => Rule.Holds(
        Repository.Files("src/IncidentDesk", ".cs").Concat(Repository.Files("src/IncidentDesk.Web", ".cs"))
            .Concat(Repository.Files("src/IncidentDesk.Documents", ".cs")), file =>
            !Makes().IsMatch(Repository.Text(file)) || Others.ContainsKey(Path.GetFileName(file))
                ? null : $"{file} makes a file or a folder that others may read under the usual umask. Use OwnFiles.");

    [Fact]
    public void Every_exception_is_still_needed() => Rule.Holds(Others.Keys, name =>
        Repository.Files("src", ".cs").Any(f => Path.GetFileName(f) == name && Makes().IsMatch(Repository.Text(f)))
            ? null : $"{name} makes no file any more; take it out of Others.");

    [Fact]
    public void A_file_and_a_folder_belong_to_the_desk_alone_also_where_they_were_open_to_others()
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = Directory.CreateTempSubdirectory("incidentdesk-own-").FullName;
        try
        {
            var (fresh, old, keys) = (Path.Combine(folder, "fresh"), Path.Combine(folder, "old"), Path.Combine(folder, "keys"));
            File.WriteAllText(old, "words");
            File.SetUnixFileMode(old, (UnixFileMode)0b110_110_110);
            Directory.CreateDirectory(keys);

            OwnFiles.New(fresh);
            OwnFiles.Claim(old);
            OwnFiles.Own(keys);

            Assert.Equal((UnixFileMode)0b110_000_000, File.GetUnixFileMode(fresh));
            Assert.Equal((UnixFileMode)0b110_000_000, File.GetUnixFileMode(old));
            Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(keys));
            Assert.Equal("words", File.ReadAllText(old));
            Assert.Throws<IOException>(() => OwnFiles.New(old));
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    [GeneratedRegex(@"File\.(Create|CreateText|OpenWrite|WriteAll\w+|AppendAll\w+|OpenHandle)\(|new FileStream\("
        + @"|Directory\.CreateDirectory\(|GetTempFileName|FileMode\.(Create|OpenOrCreate)")]
    private static partial Regex Makes();
}
