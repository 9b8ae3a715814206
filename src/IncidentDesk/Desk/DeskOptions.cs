namespace IncidentDesk;

/// <summary>What a desk may be told by its host.</summary>
public sealed record DeskOptions
{
    /// <summary>The folder with playbooks and statement templates.</summary>
    public string Playbooks { get; init; } = Path.Combine(AppContext.BaseDirectory, "playbooks");

    /// <summary>How large a file to import may be, and where it is put aside.</summary>
    public FileLimits Files { get; init; } = FileLimits.Usual;

    /// <summary>How long security events are kept.</summary>
    public TimeSpan SecurityEventsKept { get; init; } = TimeSpan.FromDays(90);
}
