using IncidentDesk.Incidents;
using IncidentDesk.Statements;
using IncidentDesk.Statements.Drafting;

namespace IncidentDesk.Web.Demo;

/// <summary>What was said about the case, what was answered, and why it cannot be closed.</summary>
internal sealed partial class DemoStory
{
    async Task Say()
    {
        await Do(150, cast.Comms, "statement to staff drafted", new DraftStatement { Incident = Case, Audience = Audience.Staff });
        await Do(155, cast.Comms, "statement to the press drafted", new DraftStatement { Incident = Case, Audience = Audience.Press });
        await Do(160, cast.Comms, "press text revised", new ReviseStatement
        {
            Incident = Case, Statement = "S2", Note = "Shortened for the spokesperson.", Text = DemoTexts.Press
        });
        await Do(165, cast.Comms, "press text published",
            new PublishStatement { Incident = Case, Statement = "S2", Version = 2, Channel = "Spokesperson, to two newspapers" });
        await Do(190, cast.TechLead, "the technical lead objects", new PostUpdate
        {
            Incident = Case,
            Text = "The published text says there is *no indication* of improper access. What we know is less: "
                + "29 databases have no log. What was checked does not support the sentence."
        });
    }

    async Task Object()
    {
        await Do(9 * 60, cast.Scribe, "petition noted", new PostUpdate
        {
            Incident = Case,
            Text = "A petition of staff against the programme has 1,600 signatures. It asks which reviews were done before it began."
        });
        await Do((9 * 60) + 40, cast.Privacy, "unequal opt-out noted", new PostUpdate
        {
            Incident = Case, Text = "Executives could opt out of the capture; staff could not. The privacy review of "
                + "March lays down an opt-out for everyone, so the implementation fell short of it."
        });
        await Do(14 * 60, cast.Privacy, "missing review noted", new PostUpdate
        {
            Incident = Case, Text = "Staff asked for the reviews and were shown none. There is one of March, "
                + "approved with conditions; an impact assessment is being searched for."
        });
    }

    /// <summary>
    /// The register says what was required, what exists and what cannot be shown; the pause waits
    /// for what the review laid down.
    /// </summary>
    async Task Review()
    {
        await Do((14 * 60) + 10, cast.Privacy, "the programme is in the register of reviews", DemoReviews.Program(Everything));
        await Do((14 * 60) + 20, cast.Privacy, "its review of March, with conditions", DemoReviews.Review(At(0)));
        await Do(15 * 60, cast.Privacy, "one of them is met", DemoReviews.Deleted);
        await Do(16 * 60, cast.Privacy, "an impact assessment cannot be produced", DemoReviews.NoAssessment(Case));
        await Do((16 * 60) + 10, cast.Privacy, "executives may opt out, staff may not", DemoReviews.OptOut);
        await Do((16 * 60) + 12, cast.Privacy, "access rules were claimed, too", DemoReviews.AccessRules);
        await Do((16 * 60) + 15, cast.TechLead, "and did not hold", DemoReviews.NotKept);
        await Do(17 * 60, cast.Commander, "the pause waits for the review's conditions", DemoReviews.Wait(Pause));
    }

    async Task TryToClose()
    {
        await Do(22 * 60, cast.Commander, "resolved", new ChangeStatus { Incident = Case, Status = IncidentStatus.Resolved });
        clock.Set(At(23 * 60));
        var refused = await desk.Do(new ChangeStatus { Incident = Case, Status = IncidentStatus.Closed }, cast.Commander);
        await Console.Out.WriteLineAsync($"  {"closing is refused:",-12} {refused.Refusal!.Why}");
        await Do((23 * 60) + 5, cast.Commander, "stepped back", new ChangeStatus
        {
            Incident = Case, Status = IncidentStatus.Contained,
            Reason = "The access review is open; resolved was said too early."
        });
    }

    /// <summary>What else a desk has on a day like this.</summary>
    async Task Besides()
    {
        await Do(24 * 60, cast.Privacy, "a separate private incident", new DeclareIncident
        {
            Title = "Salary slip sent to the wrong colleague", Severity = Severity.Sev3, Visibility = Visibility.Private,
            Summary = "One slip, one wrong recipient; the mail was opened.", Playbook = "none",
        });
        await Do((24 * 60) + 30, cast.Scribe, "and a drill", new DeclareIncident
        {
            Title = "Tabletop: a laptop with exports is left on a train", Severity = Severity.Sev2, Kind = IncidentKind.Drill
        });
    }
}
