namespace IncidentDesk.Record;

/// <summary>
/// A key that the database counts up. SQLite does so by itself with a row that comes without a
/// number; PostgreSQL has to be told.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NumberedByStoreAttribute : Attribute;
