using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Storage;

/// <summary>A command waiting for its turn at the writer.</summary>
internal abstract class Pending
{
    public abstract Task Run(DbTransaction transaction);
    /// <summary>Whether words were removed for good, and must be gone from the files before it answers.</summary>
    public abstract bool Forgets { get; }
    public abstract void Durable();
    public abstract void Failed(Exception broken);
}

internal sealed class Pending<T>(DeskDb db, string readers, Func<Task<(T Result, bool Keep)>> work, CancellationToken ct) : Pending
{
    const string Savepoint = "command";
    readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    T? _result;
    Exception? _thrown;
    bool _kept;

    public Task<T> Answer => _answer.Task;

    public override bool Forgets => _kept && db.Forgets;

    public override async Task Run(DbTransaction transaction)
    {
        await transaction.SaveAsync(Savepoint);
        try
        {
            ct.ThrowIfCancellationRequested();
            db.Database.SetDbConnection(transaction.Connection, contextOwnsConnection: false);
            await db.Database.UseTransactionAsync(transaction, CancellationToken.None);
            db.Database.AutoSavepointsEnabled = false;
            (_result, _kept) = await work();
        }
        catch (Exception thrown)
        {
            // Belongs to this command alone; the others in the batch go on.
            _thrown = thrown;
        }
        finally
        {
            await db.Database.UseTransactionAsync(null, CancellationToken.None);
            // The context is used again by others, who read: the writer's connection must not stay with it.
            db.Database.SetDbConnection(null);
            db.Database.SetConnectionString(readers);
        }
        if (!_kept) await transaction.RollbackAsync(Savepoint);
        await transaction.ReleaseAsync(Savepoint);
    }

    public override void Durable()
    {
        if (_thrown is not null) _answer.TrySetException(_thrown);
        else _answer.TrySetResult(_result!);
    }

    public override void Failed(Exception broken) => _answer.TrySetException(_thrown ?? broken);
}
