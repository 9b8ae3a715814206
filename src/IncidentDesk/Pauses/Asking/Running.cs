using System.Collections.Immutable;

namespace IncidentDesk.Pauses.Asking;

/// <summary>
/// What somebody who asks is about to run. A part that was resumed runs again only for those who name it, each thing with its kind
/// and its whole name; whoever names nothing, something unclear, or one thing that is still paused, is told to stop.
/// </summary>
/// <param name="Targets">Each thing with its kind.</param>
/// <param name="IsUnclear">Something was named that could not be read, so that it may be anything.</param>
public sealed record Running(ImmutableArray<PauseTarget> Targets, bool IsUnclear = false)
{
    /// <summary>More, or longer names, are not looked at one by one.</summary>
    public const int Most = 100, Longest = 500;

    public static readonly Running Unsaid = new([]);

    internal bool IsWithin(ImmutableArray<PauseTarget> parts, ImmutableArray<PauseTarget> butNot) =>
        !parts.IsEmpty && !Targets.IsEmpty && !IsUnclear && Targets.Length <= Most
        && Targets.All(t => !t.IsPattern && t.Name.Length <= Longest && parts.Any(t.Meets) && !butNot.Any(t.Meets));
}
