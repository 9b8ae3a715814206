namespace IncidentDesk;

/// <summary>Under which terms a command is sent.</summary>
public sealed record Terms
{
    public static readonly Terms None = new();

    /// <summary>Repeating a command under the same key within 24 hours repeats the answer and changes nothing.</summary>
    public string? Key { get; init => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>The position the sender has seen; the command is refused when the record has moved on.</summary>
    public int? Seen { get; init; }
}

/// <summary>What the parts of one call share: who sent it, on which terms, and what it appended.</summary>
internal sealed class Call
{
    public Actor By { get; set; } = Actor.Nobody;
    public Caller Caller { get; set; } = Caller.Nobody;
    public Terms Terms { get; set; } = Terms.None;

    /// <summary>Streams that grew, announced to watchers once the transaction is durable.</summary>
    public List<(string Stream, int Position)> Appended { get; } = [];
}
