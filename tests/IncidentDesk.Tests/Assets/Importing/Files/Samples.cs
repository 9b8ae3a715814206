namespace IncidentDesk.Tests.Assets.Importing.Files;

/// <summary>Real files of other projects, which lie beside a clone and are no part of it.</summary>
internal static class Samples
{
    static readonly string? Root = Environment.GetEnvironmentVariable("INCIDENTDESK_SAMPLES") ?? Above();

    /// <summary>Skips the test, by the name of the file, where it is not there.</summary>
    public static byte[] Bytes(string path)
    {
        var file = Root is null ? null : Path.Combine(Root, path);
        Assert.SkipUnless(File.Exists(file),
            $"There is no sample {path}; put the samples into a folder and name it in INCIDENTDESK_SAMPLES.");
        return File.ReadAllBytes(file);
    }

    static string? Above()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "samples") is var samples && Directory.Exists(samples)) return samples;
        return null;
    }
}
