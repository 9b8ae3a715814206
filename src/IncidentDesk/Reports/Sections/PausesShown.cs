using IncidentDesk.Pauses;

namespace IncidentDesk.Reports.Sections;

/// <summary>What was stopped, how far, in whose name, and when somebody looks at it again.</summary>
internal static class PausesShown
{
    static readonly Column[] Columns = [new("What is paused", 2.4), new("State", 1.7), new("Ordered by", 1.7)];

    public static IEnumerable<Block> Of(ReportFacts facts)
    {
        if (facts.Pauses.Count == 0) yield break;
        yield return new Block.Heading(1, "Pauses");
        yield return new Block.Table("", Columns, [.. facts.Pauses.Select(p => Row(facts, p))]);
    }

    /// <summary>One sentence for the head of the report; empty when nothing was ever paused.</summary>
    public static string InShort(ReportFacts facts)
    {
        var (inForce, overdue) = (facts.Pauses.Count(p => p.IsInForce), facts.Pauses.Count(p => p.IsOverdue(facts.At)));
        if (facts.Pauses.Count == 0) return "";
        if (inForce == 0) return "Nothing is paused.";
        return $"{inForce.Of("pause")} {(inForce == 1 ? "is" : "are")} in force{Late(inForce, overdue)}.";
    }

    static string Late(int inForce, int overdue) => (inForce, overdue) switch
    {
        (_, 0) => "",
        (1, _) => ", with its re-check overdue",
        _ => $", with the re-check of {(overdue == 1 ? "one" : overdue.Figure())} overdue",
    };

    static IReadOnlyList<Cell> Row(ReportFacts facts, Pause pause) =>
    [
        $"{pause.Target} ({pause.Key})\n{pause.Scope}\n{pause.Mode.Meaning()}",
        new($"{pause.StatusAt(facts.At).Capital()}{Review(facts, pause)}{Shown(facts, pause)}",
            pause.IsOverdue(facts.At) || pause.SeenRunning ? Tone.Danger : Tone.Plain),
        OrderedBy(facts, pause),
    ];

    static string Review(ReportFacts facts, Pause pause) =>
        pause.IsOver ? "" : $"\nRe-check{(pause.Reviewer is { } who ? $" by {who.Name}" : "")} "
            + $"{(pause.ReviewBy <= facts.At ? "was due" : "due")} {facts.Say(pause.ReviewBy)}";

    static string Shown(ReportFacts facts, Pause pause)
    {
        if (!pause.IsInForce) return "";
        var stopped = pause.Verification is { } shown
            ? $"\nVerified by {shown.By}, {facts.Say(shown.At)}{(shown.Kind is VerificationKind.Asks ? $". {shown.Text}" : "")}"
            : "\nNot verified";
        var open = pause.OpenConditions.Count > 0
            ? $"\n{pause.OpenConditions.Count} of {pause.Conditions.Length} conditions to resume open"
            : "";
        var part = pause.ResumedParts.IsEmpty ? "" : $"\nResumed in part: {PauseTarget.Say(pause.ResumedParts)}";
        return stopped + open + part;
    }

    static string OrderedBy(ReportFacts facts, Pause pause)
    {
        if (pause.OrderedBy is not { } step) return "Not ordered";
        var decided = pause.Decider is { } decider ? $", decided by {decider}" : "";
        return $"{step.Name}{decided}{(pause.Authority is { } authority ? $", on behalf of {authority}" : "")}\n"
            + $"{facts.Say(pause.OrderedAt ?? step.At)}";
    }
}
