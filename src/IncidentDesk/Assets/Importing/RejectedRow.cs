namespace IncidentDesk.Assets.Importing;

/// <summary>A row that was not taken.</summary>
public sealed record RejectedRow(int Line, string Reason);
