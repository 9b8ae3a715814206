namespace IncidentDesk.Assets.Importing;

/// <summary>What somebody wants imported, beside the bytes.</summary>
public sealed record ImportOptions
{
    /// <summary>Code of the format; recognised from the file when none is given, else taken for CSV.</summary>
    public string? Format { get; init; }

    /// <summary>Under which name the assets are known as coming from there; the file's name if none is given.</summary>
    public string? Source { get; init; }

    /// <summary>
    /// Whether the file names everything its source has, so that what it does not name is gone; as the
    /// format usually is, if not said.
    /// </summary>
    public bool? Complete { get; init; }
}
