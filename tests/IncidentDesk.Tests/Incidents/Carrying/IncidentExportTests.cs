using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Carrying;

namespace IncidentDesk.Tests.Incidents.Carrying;

public sealed class IncidentExportTests : DeskTest
{
    [Fact]
    public async Task Who_may_not_read_privileged_entries_gets_no_export_and_is_told_why()
    {
        await Done(new DeclareIncident { Title = "Door open" });
        Assert.NotEmpty((await Export(Second)).File);

        await Done(new PostUpdate { Incident = 1, Text = "Counsel says settle", Privileged = true });

        var refused = await Export(Second);
        Assert.Equal(new IncidentExport.HoldsPrivileged("INC-1"), refused.Outcome.Refusal);
        Assert.Empty(refused.File);
        Assert.NotEmpty((await Export(Responder)).File);
        Assert.NotEmpty((await Export(Privacy)).File);
    }

    [Fact]
    public async Task A_private_incident_is_not_exported_for_a_stranger()
    {
        await Done(new DeclareIncident { Title = "Diary", Visibility = Visibility.Private });

        var (outcome, file) = await Export(Stranger);

        Assert.Equal("incident INC-1", Assert.IsType<Refusal.NotFound>(outcome.Refusal).What);
        Assert.Empty(file);
    }

    async Task<(Outcome<Incident> Outcome, byte[] File)> Export(Actor by)
    {
        using var file = new MemoryStream();
        var outcome = await Read((db, caller) => IncidentExport.Write(db, caller, 1, file, default), by);
        return (outcome, file.ToArray());
    }
}
