namespace IncidentDesk.Reports;

/// <summary>Which report somebody asks for.</summary>
public sealed record ReportWanted
{
    public required int Incident { get; init; }
    public required ReportKind Kind { get; init; }

    /// <summary>Nothing recorded later is in it.</summary>
    public required Moment Moment { get; init; }

    /// <summary>IANA name of the reader's zone; local times are printed in it, beside UTC.</summary>
    public string Zone { get; init; } = "Etc/UTC";

    /// <summary>Whether privileged entries are wanted; they come only to those who may read all of them.</summary>
    public bool Privileged { get; init; }
}
