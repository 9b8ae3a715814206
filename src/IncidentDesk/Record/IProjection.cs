namespace IncidentDesk.Record;

/// <summary>Keeps one read table in step with the record: live appends and rebuilding both go through it.</summary>
internal interface IProjection
{
    Task Apply(DeskDb db, Recorded what, CancellationToken ct);

    /// <summary>Removes every row that the stream brought about, before it is replayed.</summary>
    Task Clear(DeskDb db, string stream, CancellationToken ct);
}
