using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IncidentDesk.Record.Sql;

/// <summary>
/// Adds rows by one prepared statement a table, made from the model. Change tracking is for finding out what changed; of a row
/// that is new everything is, and tracking it takes longer than writing it.
/// </summary>
internal static class NewRows
{
    /// <summary>
    /// Adds the row at once, inside the transaction of the command; the context does not come to know it. A row of the same key
    /// must be gone by then, so it is deleted at once, too.
    /// </summary>
    public static async Task Insert<T>(this DeskDb db, T row, CancellationToken ct) where T : class
    {
        var table = db.Model.FindEntityType(typeof(T))!;
        var insertion = table.GetOrAddRuntimeAnnotationValue("Desk:Insertion", static t => new Insertion(t!), table);
        await db.Dialect.Insert(db, insertion.Table, insertion.Columns, insertion.Values(row), ct);
    }

    sealed class Insertion
    {
        readonly IProperty[] _properties;

        public Insertion(IEntityType table)
        {
            _properties = [.. table.GetProperties()];
            Table = table.GetTableName()!;
            Columns = [.. _properties.Select(p => p.GetColumnName())];
        }

        public string Table { get; }
        public string[] Columns { get; }

        public object?[] Values(object row) => Array.ConvertAll(_properties, p => Stored(p, row));

        static object? Stored(IProperty column, object row)
        {
            var value = column.GetGetter().GetClrValueUsingContainingEntity(row);
            return column.GetTypeMapping().Converter is { } form ? form.ConvertToProvider(value) : value;
        }
    }
}
