namespace IncidentDesk;

/// <summary>What a desk may be told by its host.</summary>
public sealed record DeskOptions
{
    /// <summary>The folder with playbooks and statement templates.</summary>
    public string Playbooks { get; init; } = Path.Combine(AppContext.BaseDirectory, "playbooks");
}
