using System.Collections.Immutable;
using System.Text.Json;

namespace IncidentDesk.Pauses;

/// <summary>One thing that has to be met, or waived, before a pause resumes.</summary>
/// <param name="Number">Counts from 1 within the pause; it is settled by this.</param>
public sealed record PauseCondition(int Number, string Text)
{
    public ConditionState State { get; init; }

    /// <summary>What shows that it is met, or why it was waived or opened again.</summary>
    public string? Ground { get; init; }

    /// <summary>Who settled it; null while nobody has.</summary>
    public string? By { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The condition of a review that it stands for; it is met where that one is, in the register.</summary>
    public TakenFrom? TakenFrom { get; init; }
}

/// <summary>A condition of a review in the register.</summary>
public sealed record TakenFrom(string Subject, int Review, int Condition);

internal static class PauseConditions
{
    public static ImmutableArray<PauseCondition> Open(IEnumerable<string> texts) =>
        [.. texts.Select((text, i) => new PauseCondition(i + 1, text))];

    public static string Write(ImmutableArray<PauseCondition> conditions) => JsonSerializer.Serialize(conditions, Json.Options);

    /// <summary>Rows written before conditions were settled one by one hold their texts alone.</summary>
    public static ImmutableArray<PauseCondition> Read(string stored) => stored.StartsWith("[\"", StringComparison.Ordinal)
        ? Open(JsonSerializer.Deserialize<string[]>(stored, Json.Options)!)
        : JsonSerializer.Deserialize<ImmutableArray<PauseCondition>>(stored, Json.Options);
}
