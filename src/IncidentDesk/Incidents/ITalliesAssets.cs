namespace IncidentDesk.Incidents;

/// <summary>An event after which the incident has other assets, or other knowledge of them; it says how they add up.</summary>
internal interface ITalliesAssets
{
    AssetTally Tally { get; }
}
