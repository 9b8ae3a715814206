using IncidentDesk.Assets.Evidence;

namespace IncidentDesk.Pauses.Costing;

/// <summary>What a pause costs those who pay for it, in words and, where somebody knows, as a figure.</summary>
/// <param name="Figure">In whole <paramref name="Unit"/>.</param>
/// <param name="Per">Of which period.</param>
public sealed record PauseCost(string Text, int? Figure, string? Unit, string? Per, Certainty Certainty)
{
    public string Say() => Figure is { } figure
        ? $"{Text} ({string.Join(' ', new[] { figure.Figure(), Unit, Per }.OfType<string>())}, {Certainty.ToString().ToLowerInvariant()})"
        : $"{Text} (figure unknown)";
}
