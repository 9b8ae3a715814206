using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IncidentDesk.Record.Sql;

/// <summary>
/// Plain SQL for the bulk paths, where a row at a time through change tracking would be the slow
/// part. It passes by the query filters.
/// </summary>
internal static class Bulk
{
    /// <summary>A command on the connection of the context, inside the transaction it is in.</summary>
    public static DbCommand Sql(this DeskDb db, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.With(name, value);
        return command;
    }

    public static DbCommand With(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = Stored(value);
        command.Parameters.Add(parameter);
        return command;
    }

    /// <summary>Runs a prepared command once more with other values, in the order in which its parameters were added.</summary>
    public static DbCommand Again(this DbCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = Stored(values[i]);
        return command;
    }

    /// <summary>How many rows the statement changed.</summary>
    public static async Task<int> Run(this DeskDb db, string sql, CancellationToken ct, params (string Name, object? Value)[] values)
    {
        await using var command = db.Sql(sql, values);
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>
    /// An empty table that only this connection sees; <paramref name="columns"/> as in CREATE
    /// TABLE: <c>key text, size bigint</c>.
    /// </summary>
    public static async Task Temporary(this DeskDb db, string table, string columns, CancellationToken ct)
    {
        await db.Run($"DROP TABLE IF EXISTS {table}", ct);
        await db.Run($"CREATE TEMPORARY TABLE {table} ({columns})", ct);
    }

    public static async Task<List<T>> Rows<T>(this DeskDb db, string sql, Func<DbDataReader, T> row,
        CancellationToken ct, params (string Name, object? Value)[] values)
    {
        // Counted: where a command runs, the connection is open already and stays so.
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Sql(sql, values);
            var rows = new List<T>();
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, ct);
            while (await reader.ReadAsync(ct)) rows.Add(row(reader));
            return rows;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The same forms in which the model stores these types.</summary>
    public static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => instant.UtcTicks,
        Enum word => Convert.ToInt32(word, null),
        _ => value,
    };
}
