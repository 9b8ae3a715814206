namespace IncidentDesk.Record;

/// <summary>One line of a stream, as stored. Never changed, but for the payload of a redacted entry.</summary>
public sealed class Entry
{
    /// <summary><c>incident/42</c>, <c>pause/key</c>, <c>desk/people</c>; see <see cref="Streams"/>.</summary>
    public required string Stream { get; init; }

    /// <summary>1 for the first entry of a stream, then without a gap.</summary>
    public required int Position { get; init; }

    /// <summary>The incident the stream belongs to; hides the entry where the incident is hidden.</summary>
    public int? Incident { get; init; }

    /// <summary>Stored name and version of the event.</summary>
    public required string Kind { get; init; }
    public required DateTimeOffset HappenedAt { get; init; }

    /// <summary>UTC; never earlier than that of the entry before, even when the clock was set back.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
    public required Guid RecordedBy { get; init; }

    /// <summary>The name at that time; people marry and leave.</summary>
    public required string RecordedByName { get; init; }
    public required string Via { get; init; }

    /// <summary>Legal privilege: shown only to those who may read it, and left out of reports.</summary>
    public bool Privileged { get; init; }

    /// <summary>Position of the entry that this one corrects or redacts.</summary>
    public int? Supersedes { get; init; }

    /// <summary>The event as UTF-8 JSON.</summary>
    public required byte[] Payload { get; set; }

    /// <summary>16 random bytes, without which a short payload could be guessed from its commitment.</summary>
    public required byte[] Salt { get; set; }

    /// <summary>SHA-256 of salt and payload as they were when recorded.</summary>
    public required byte[] Commitment { get; init; }
    public required byte[] PreviousHash { get; init; }
    public required byte[] Hash { get; init; }

    /// <summary>The position of the redaction that replaced the payload, if one did.</summary>
    public int? RedactedBy { get; set; }
}

/// <summary>An entry together with its event, as projections and readers want it.</summary>
public sealed record Recorded(Entry Entry, TimelineEvent Event)
{
    public static Recorded From(Entry entry) => new(entry, EventNames.Read(entry.Kind, entry.Payload));

    public int Position => Entry.Position;
    public DateTimeOffset At => Entry.HappenedAt;
}
