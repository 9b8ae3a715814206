namespace IncidentDesk.Record.Sql;

/// <summary>
/// The rows of a large query one after the other, for what is kept in memory: no object, string or boxed number a row. Columns are
/// asked for by position; numbers are <c>integer</c> and <c>bigint</c>, never text.
/// </summary>
internal abstract class Scan : IDisposable
{
    /// <summary>Goes to the next row; false behind the last.</summary>
    public abstract bool Next();

    public abstract bool IsNull(int column);

    /// <summary>An integer, a truth value as 0 or 1; 0 for null.</summary>
    public abstract int Int(int column);

    public abstract long Long(int column);

    /// <summary>UTF-8, valid until the next row; empty for null.</summary>
    public abstract ReadOnlySpan<byte> Text(int column);

    public abstract void Dispose();
}
