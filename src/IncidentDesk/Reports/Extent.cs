using IncidentDesk.Assets;
using IncidentDesk.Incidents;
using IncidentDesk.Record;

namespace IncidentDesk.Reports;

/// <summary>How far an incident reaches: its linked assets, counted in groups, the largest first.</summary>
internal sealed record Extent(
    AssetTally Tally, ExposureWindow Window, IReadOnlyList<RollUpRow> Containers,
    IReadOnlyList<RollUpRow> Owners, IReadOnlyList<RollUpRow> Labels)
{
    /// <summary>How many assets hold data about people, as far as the catalogue says.</summary>
    public int PeopleData => Containers.Sum(row => row.PeopleData);

    /// <summary>For how many nobody can say whether they were opened.</summary>
    public int Unclear => Tally.ToBeDetermined + Tally.CannotBeAssessed;

    /// <summary>At the incident's position; null when nothing was linked.</summary>
    public static async Task<Extent?> At(DeskDb db, Incident about, CancellationToken ct) =>
        about.Tally.Total == 0 || await LinkQueries.Window(db, about, ct) is not { } window ? null : new(about.Tally, window,
            await LinkQueries.RollUp(db, about, RollUpBy.Container, ct),
            await LinkQueries.RollUp(db, about, RollUpBy.Owner, ct),
            await LinkQueries.RollUp(db, about, RollUpBy.Label, ct));
}
