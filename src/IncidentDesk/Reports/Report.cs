namespace IncidentDesk.Reports;

/// <summary>What a document says, free of how it looks. HTML, Markdown and PDF are drawn from the same blocks.</summary>
public sealed record Report(string Title, ReportMarks Marks, IReadOnlyList<Block> Blocks);

/// <summary>What stands on every page, so that a loose sheet can be traced to the moment and the entry it rests on.</summary>
public sealed record ReportMarks
{
    /// <summary>The name in the address, for example <c>summary</c> or <c>timeline</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The subject as people call it, for example <c>INC-42</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The handling mark printed on every page, for example <c>TLP:AMBER</c> or <c>Confidential</c>.</summary>
    public required string Classification { get; init; }

    /// <summary>Nothing recorded after this instant is in the document.</summary>
    public required DateTimeOffset AsKnownAt { get; init; }

    /// <summary>When the document was drawn.</summary>
    public required DateTimeOffset PrintedAt { get; init; }

    /// <summary>Who asked for it, by name.</summary>
    public required string PrintedBy { get; init; }

    /// <summary>IANA name of the zone in which local times are printed, beside UTC.</summary>
    public required string Zone { get; init; }

    /// <summary>Position of the last entry the document rests on.</summary>
    public required int Position { get; init; }

    /// <summary>Hash of that entry, 64 hexadecimal digits: any later change to the record up to it shows.</summary>
    public required string HeadHash { get; init; }
}
