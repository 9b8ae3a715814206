using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IncidentDesk.Record;

/// <summary>A transaction that only reads, and the count of who wants the connection open.</summary>
internal sealed class ReadSnapshot(DeskDb db, IDbContextTransaction transaction) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        // One that was handed to the context is not ended by it.
        var plain = transaction.GetDbTransaction();
        await transaction.DisposeAsync();
        await plain.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}
