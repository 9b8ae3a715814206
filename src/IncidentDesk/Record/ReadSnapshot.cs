using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IncidentDesk.Record;

/// <summary>A transaction that only reads, and the count of who wants the connection open.</summary>
internal sealed class ReadSnapshot(DeskDb db, IDbContextTransaction transaction) : IAsyncDisposable
{
    /// <summary>Inside a transaction everything is read of one state already; whoever began it ends it.</summary>
    public static IAsyncDisposable Within { get; } = new Outer();

    public async ValueTask DisposeAsync()
    {
        // One that was handed to the context is not ended by it.
        var plain = transaction.GetDbTransaction();
        await transaction.DisposeAsync();
        await plain.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }

    sealed class Outer : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
