namespace IncidentDesk.Record;

/// <summary>The desk cannot keep its record in this place; the message says why, and what to do.</summary>
public sealed class StoreRefusedException(string why, Exception? because = null) : Exception(why, because);
