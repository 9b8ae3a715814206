using IncidentDesk.Pauses;

namespace IncidentDesk.Reports.Sections;

/// <summary>What was stopped, how far, in whose name, and when somebody looks at it again.</summary>
internal static class PausesTaken
{
    static readonly Column[] Columns = [new("What is paused", 2.2), new("State", 1.5), new("Ordered by", 1.7), new("Review by", 1.6)];

    public static IEnumerable<Block> Of(Known known)
    {
        if (known.Pauses.Count == 0) yield break;
        yield return new Block.Heading(1, "Pauses");
        yield return new Block.Table("", Columns, [.. known.Pauses.Select(p => Row(known, p))]);
    }

    /// <summary>One sentence for the head of the report; empty when nothing was ever paused.</summary>
    public static string InShort(Known known)
    {
        var (inForce, overdue) = (known.Pauses.Count(p => p.IsInForce), known.Pauses.Count(p => p.IsOverdue(known.At)));
        if (known.Pauses.Count == 0) return "";
        if (inForce == 0) return "Nothing is paused.";
        return $"{inForce.Of("pause")} {(inForce == 1 ? "is" : "are")} in force{Late(inForce, overdue)}.";
    }

    static string Late(int inForce, int overdue) => (inForce, overdue) switch
    {
        (_, 0) => "",
        (1, _) => ", its review overdue",
        _ => $", the review of {(overdue == 1 ? "one" : overdue.Figure())} of them overdue",
    };

    static IReadOnlyList<Cell> Row(Known known, Pause pause) =>
    [
        $"{pause.Target}\n{pause.Scope}\n{pause.Key}",
        new($"{pause.Standing(known.At).Capital()}\n{pause.Mode.Meaning()}", ToneOf(pause, known.At)),
        OrderedBy(known, pause),
        pause.IsOver ? "" : new Cell(known.Say(pause.ReviewBy), pause.IsOverdue(known.At) ? Tone.Danger : Tone.Plain),
    ];

    static string OrderedBy(Known known, Pause pause)
    {
        if (pause.OrderedAt is not { } at || pause.History.LastOrDefault(s => s.At == at && s.State is PauseState.Ordered) is not { } step) return "Nobody yet";
        return $"{step.Name}{(pause.Authority is { } authority ? $", in the name of {authority}" : "")}\n{known.Say(at)}";
    }

    static Tone ToneOf(Pause pause, DateTimeOffset at) => pause.IsOverdue(at) ? Tone.Danger : pause.IsInForce ? Tone.Warning : Tone.Plain;
}
