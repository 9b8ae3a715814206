using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IncidentDesk.Record.Sql;

/// <summary>
/// Commands that are sent again and again on one connection: each is built and parsed once, and
/// lives as long as the connection.
/// </summary>
internal static class Prepared
{
    static readonly ConditionalWeakTable<DbConnection, Dictionary<string, DbCommand>> Known = [];

    /// <summary>
    /// The command with that text, inside the transaction of the context; its values stand in the
    /// order of <paramref name="names"/>.
    /// </summary>
    public static DbCommand Command(this DeskDb db, string sql, params ReadOnlySpan<string> names)
    {
        // A connection serves one call at a time, and so do its commands.
        var known = Known.GetOrCreateValue(db.Database.GetDbConnection());
        if (!known.TryGetValue(sql, out var command))
        {
            command = db.Sql(sql);
            foreach (var name in names) command.With(name, null);
            known.Add(sql, command);
        }
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}
