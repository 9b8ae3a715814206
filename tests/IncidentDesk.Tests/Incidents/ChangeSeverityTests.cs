using IncidentDesk.Incidents;

namespace IncidentDesk.Tests.Incidents;

public sealed class ChangeSeverityTests : IncidentTest
{
    static ChangeSeverity To(int number, Severity severity) =>
        new() { Incident = number, Severity = severity, Reason = "Prompts are among it" };

    [Fact]
    public async Task A_lower_number_is_a_raise_and_the_reason_stays()
    {
        var number = await Declare();

        await Do(To(number, Severity.Sev0));

        Assert.Equal(Severity.Sev0, (await State(number)).Severity);
        Assert.Equal("Raised from SEV2 to SEV0: Prompts are among it", (await TimelineOf(number))[^1].Sentence());
    }

    [Fact]
    public async Task The_level_it_has_is_refused() =>
        Assert.Equal(new Incident.SameSeverity(Severity.Sev2), (await Do(To(await Declare(), Severity.Sev2))).Refusal);

    [Fact]
    public async Task There_is_no_SEV9() =>
        Assert.Equal(["severity"], Assert.IsType<Refusal.Invalid>((await Do(To(await Declare(), (Severity)9))).Refusal).Fields.Keys);

    [Fact]
    public Task Comms_does_not_regrade() => NotFor(Comms, n => To(n, Severity.Sev0));

    [Fact]
    public Task A_private_incident_is_not_there_to_be_regraded() => HiddenFromStrangers(n => To(n, Severity.Sev0));
}
