namespace IncidentDesk.Pauses.Asking;

/// <summary>What somebody wants to know of pauses.</summary>
/// <param name="Keys">Those they list, each once; null when they list none and ask for all that everybody sees.</param>
/// <param name="Running">What they are about to run.</param>
public sealed record Question(IReadOnlyList<string>? Keys, Running Running);
