using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Record;

/// <summary>A command waiting for its turn at the writer.</summary>
internal abstract class Pending
{
    /// <summary>
    /// Whether it wrote something to be kept; if not, what it did is undone, or the transaction
    /// is for the caller to give up.
    /// </summary>
    /// <param name="transaction">The transaction it runs in.</param>
    /// <param name="others">Whether what others wrote is in the transaction and has to stay.</param>
    public abstract Task<bool> Run(DbTransaction transaction, bool others);
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

    public override async Task<bool> Run(DbTransaction transaction, bool others)
    {
        if (others) await transaction.SaveAsync(Savepoint);
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
        if (!others) return _kept;
        if (!_kept) await transaction.RollbackAsync(Savepoint);
        await transaction.ReleaseAsync(Savepoint);
        return _kept;
    }

    public override void Durable()
    {
        if (_thrown is not null) _answer.TrySetException(_thrown);
        else _answer.TrySetResult(_result!);
    }

    public override void Failed(Exception broken) => _answer.TrySetException(_thrown ?? broken);
}
