using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IncidentDesk.Storage;

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
        await insertion.For(db, row).ExecuteNonQueryAsync(ct);
    }

    sealed class Insertion
    {
        readonly IProperty[] _columns;
        readonly string[] _names;
        readonly string _sql;

        public Insertion(IEntityType table)
        {
            _columns = [.. table.GetProperties()];
            _names = [.. _columns.Select((_, i) => $"@p{i}")];
            _sql = $"INSERT INTO {table.GetTableName()} ({string.Join(", ", _columns.Select(c => $"\"{c.GetColumnName()}\""))}) VALUES ({string.Join(", ", _names)})";
        }

        public DbCommand For(DeskDb db, object row)
        {
            var command = db.Command(_sql, _names);
            for (var i = 0; i < _columns.Length; i++) command.Parameters[i].Value = Stored(_columns[i], row);
            return command;
        }

        static object Stored(IProperty column, object row)
        {
            var value = column.GetGetter().GetClrValueUsingContainingEntity(row);
            return (column.GetTypeMapping().Converter is { } form ? form.ConvertToProvider(value) : value) ?? DBNull.Value;
        }
    }
}
