using IncidentDesk.Assets;
using IncidentDesk.Incidents;

namespace IncidentDesk.Reports.Sections;

/// <summary>One thing a board asks, and what the record answers.</summary>
/// <param name="IsKnown">Whether somebody answers for it by name; a waiver answers nothing.</param>
internal sealed record KnowledgeItem(string About, string Text, bool IsKnown);

/// <summary>What is known, and what is not. An unknown is written as an unknown, with the reason.</summary>
internal static class Knowledge
{
    public static IEnumerable<Block> Of(ReportFacts facts)
    {
        var answers = Items(facts).ToLookup(a => a.IsKnown);
        yield return new Block.Heading(1, "What is known, and what is not");
        if (answers[false].Any())
        {
            yield return new Block.Heading(2, "Not known yet");
            yield return Rows(answers[false]);
        }
        if (answers[true].Any())
        {
            yield return new Block.Heading(2, "Known");
            yield return Rows(answers[true]);
        }
    }

    /// <summary>Whether anyone opened the data: the question that is asked first.</summary>
    public static KnowledgeItem Access(ReportFacts facts) =>
        Settled(facts, ClosingItem.AccessReview, "Access to the data", "Whether anyone opened the data is not known");

    static IEnumerable<KnowledgeItem> Items(ReportFacts facts) =>
    [
        Access(facts),
        Settled(facts, ClosingItem.Containment, "Containment", "Whether the harm has stopped is not confirmed"),
        Settled(facts, ClosingItem.NotificationDecisions, "Duties to notify", "Who must be notified is not decided"),
        .. Reach(facts),
        .. Dates(facts),
    ];

    static IEnumerable<KnowledgeItem> Reach(ReportFacts facts)
    {
        if (facts.Extent is not { } extent)
        {
            yield return new("Extent", "The exposed data is not recorded: no assets are linked.", false);
            yield break;
        }
        if (extent.Unclear > 0)
            yield return new("Disclosure",
                $"For {extent.Unclear.Figure()} of {extent.Tally.Total.Assets()} it is not known whether anyone accessed them.",
                false);
        if (extent.Tally.Disclosed > 0)
            yield return new("Disclosure",
                $"{extent.Tally.Disclosed.Assets().Capital()} {(extent.Tally.Disclosed == 1 ? "was" : "were")} disclosed.",
                true);
        yield return new("People concerned", "The number of people concerned is not recorded.", false);
    }

    static KnowledgeItem Settled(ReportFacts facts, ClosingItem item, string about, string unknown)
    {
        var (subject, verb) = item is ClosingItem.NotificationDecisions ? ("the notification decisions", "are")
            : item is ClosingItem.Containment ? ("containment", "is")
            : ($"the {item.Word()}", "is");
        if (facts.Incident.Closing.FirstOrDefault(c => c.Item == item) is not { } settled)
            return new(about, $"{unknown}: {subject} {verb} open.", false);
        var by = $"by {settled.By} on {facts.Say(settled.At)}{(settled.Reason is { } reason ? $": {reason.Closed()}" : ".")}";
        return settled.State is Settlement.Done
            ? new(about, $"{subject.Capital()} {verb} recorded as done {by}", true)
            : new(about, $"{unknown}: {subject} {(verb == "are" ? "were" : "was")} waived {by}", false);
    }

    static IEnumerable<KnowledgeItem> Dates(ReportFacts facts)
    {
        if (facts.Incident.StartedAt is null) yield return new("Start", "The start is not known.", false);
        if (facts.Incident.DetectedAt is null) yield return new("Detection", "The time of detection is not recorded.", false);
    }

    static Block.KeyValues Rows(IEnumerable<KnowledgeItem> answers) => new([.. answers.Select(a => new KeyValue(a.About, a.Text))]);
}
