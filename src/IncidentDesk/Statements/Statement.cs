using System.Collections.Immutable;

namespace IncidentDesk.Statements;

/// <summary>Who is spoken to; each has a template of its own.</summary>
public enum Audience { Regulator, AffectedPeople, Staff, Press, Customers, Board }

/// <summary>What is said to one audience about one incident: every version, and every text that went out.</summary>
public sealed partial record Statement
{
    public required int Incident { get; init; }

    /// <summary><c>S1</c>, <c>S2</c> …, counted in each incident.</summary>
    public required string Id { get; init; }
    public required Audience Audience { get; init; }
    public ImmutableArray<StatementVersion> Versions { get; init; } = [];
    public ImmutableArray<Publication> Publications { get; init; } = [];

    /// <summary>Position of its last entry in the incident's stream.</summary>
    public int Position { get; init; }

    public StatementVersion Latest => Versions[^1];

    public StatementVersion? Version(int number) => Versions.FirstOrDefault(v => v.Number == number);
}

/// <summary>A text as it stood, in Markdown; never changed, only followed by another.</summary>
/// <param name="Note">What changed and why.</param>
public sealed record StatementVersion(int Number, string Text, string? Note, string By, DateTimeOffset At)
{
    /// <summary>Marks left by the template for what the desk cannot know.</summary>
    public int Unfinished => Marks.In(Text);
}

/// <summary>What went out: the exact text, on which channel, when (UTC).</summary>
/// <param name="Differs">The text is not that of the version it was made from.</param>
public sealed record Publication(int Version, string Channel, string Text, bool Differs, string By, DateTimeOffset At);
