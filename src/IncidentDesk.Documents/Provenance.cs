using IncidentDesk.Reports;

namespace IncidentDesk.Documents;

/// <summary>The words by which a loose sheet is traced back: moment, entry and hash.</summary>
internal sealed class Provenance(ReportMarks marks)
{
    readonly PrintedTime _time = new(marks.Zone);

    public string AsKnownAt => $"as known at {_time.ToSecond(marks.AsKnownAt)}";

    public string Printed => $"{_time.ToSecond(marks.PrintedAt)}, by {marks.PrintedBy}";

    public string Position => $"position {marks.Position}";

    public string HeadHash => $"head hash {marks.HeadHash}";

    /// <summary>What the title block says, label by label.</summary>
    public IReadOnlyList<KeyValue> TitleRows =>
    [
        new("Handling", marks.Classification),
        new("As known at", _time.ToSecond(marks.AsKnownAt), Tone.Strong),
        new("Printed", Printed),
        new("Based on", $"entries up to {marks.Position} of {marks.Subject}; nothing recorded in it later is included"),
        new("Head hash", marks.HeadHash, Mono: true),
    ];
}
