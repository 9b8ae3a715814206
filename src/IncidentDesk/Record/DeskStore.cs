using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentDesk.Record;

/// <summary>The database behind the desk: how it is opened, and how a transaction is run on it.</summary>
public abstract class DeskStore
{
    /// <summary>Where it lives, for the start-up message; never a password.</summary>
    public abstract string Place { get; }

    /// <summary>Whether other processes may be at work on the same database.</summary>
    internal virtual bool IsShared => false;

    /// <summary>Where the keys of sessions lie beside it; null when they lie in the database, for all nodes.</summary>
    public virtual string? KeysFolder => null;

    /// <summary>
    /// How many migrations this version knows, by the folder they lie in: a database that has had them all is opened without building
    /// the model, which takes longer than everything else at a start.
    /// </summary>
    private protected static int MigrationsIn(string folder) => typeof(DeskStore).Assembly.GetTypes()
        .Count(t => t.BaseType == typeof(Migration) && t.Namespace!.EndsWith($".Migrations.{folder}", StringComparison.Ordinal));

    internal abstract void Configure(DbContextOptionsBuilder options);

    /// <summary>Brings the schema up to date; does nothing when it is.</summary>
    public abstract Task Open(CancellationToken ct);

    /// <summary>Whether somebody can sign in or send a token; asked at each start, so without building the model.</summary>
    public abstract Task<bool> IsInUse(CancellationToken ct);

    /// <summary>
    /// Inside a command's transaction: how far it takes which streams, for other nodes on the same
    /// database to hear once it is durable.
    /// </summary>
    internal virtual Task Tell(DeskDb db, IReadOnlyList<(string Stream, int Position)> appended, CancellationToken ct) =>
        Task.CompletedTask;

    /// <summary>Runs the work in a transaction, durable when this returns; rolled back when it says not to keep it, or throws.</summary>
    internal abstract Task<T> Write<T>(DeskDb db, Func<Task<(T Result, bool Keep)>> work, CancellationToken ct);
}
