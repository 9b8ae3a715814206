namespace IncidentDesk.Pauses.Listing;

/// <summary>A page of what is in force, and how all of that divides.</summary>
/// <param name="All">Every pause in force that the reader sees.</param>
/// <param name="At">The instant they are read at, UTC.</param>
/// <param name="Me">Whoever reads.</param>
public sealed record PausesInForce(IReadOnlyList<Pause> All, DateTimeOffset At, Guid Me)
{
    public Page<Pause> Page { get; init; } = new([], null);
    public int Count => All.Count;
    public int Overdue => All.Count(p => p.IsOverdue(At));
    public int SeenRunning => All.Count(p => p.SeenRunning);
    public int NotVerified => All.Count(p => p.Verification is null);
    public int ResumeApproved => All.Count(p => p.State is PauseState.ResumeApproved);
    public int Mine => All.Count(p => p.Reviewer?.Person == Me);

    /// <summary>Only modes that occur.</summary>
    public IReadOnlyDictionary<PauseMode, int> ByMode =>
        All.GroupBy(p => p.Mode).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count());
}
