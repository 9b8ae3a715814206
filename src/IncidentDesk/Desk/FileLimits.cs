namespace IncidentDesk;

/// <summary>
/// How much of a file the desk takes, in bytes where nothing else is said. All are held against what is read,
/// never against what a header claims.
/// </summary>
public sealed record FileLimits
{
    public static readonly FileLimits Usual = new();

    /// <summary>As sent. A dbt manifest of 30,000 models has about 1 GB.</summary>
    public long Sent { get; init; } = 4L << 30;

    /// <summary>All parts together, unpacked.</summary>
    public long Unpacked { get; init; } = 32L << 30;

    /// <summary>Entries of a zip. An Atlas export has one for each entity.</summary>
    public int Entries { get; init; } = 250_000;

    /// <summary>
    /// How many times its packed size a part may have. Deflate reaches 1,032 at best; JSON with long
    /// repeated names up to about 100.
    /// </summary>
    public int Ratio { get; init; } = 250;

    /// <summary>Below this size no part is a bomb, whatever its ratio.</summary>
    public long Harmless { get; init; } = 16 << 20;

    /// <summary>What stays free on the disk. The record of the desk may lie on the same one and must not be stopped by an import.</summary>
    public long KeepFree { get; init; } = 256 << 20;

    /// <summary>Where files are put aside while they are read.</summary>
    public string Folder { get; init; } = Path.GetTempPath();
}
