using System.Globalization;

namespace IncidentDesk.Assets.Evidence;

/// <summary>What a piece of evidence is about: who could read, who did, what the logs hold, how far it is contained.</summary>
public enum EvidenceKind { Readers, Accesses, Coverage, Containment }

/// <summary>How a number is known. Unknown is a value of its own and never stands for 0.</summary>
public enum Certainty { Unknown, Estimate, Actual }

/// <summary>What a log holds of a period: all of it, some of it, or there was no such log.</summary>
public enum LogState { Complete, Gaps, None }

/// <summary>How far an asset is on its way. Contained: somebody closed it. Verified: somebody looked, and it is closed.</summary>
public enum Containment { Exposed, Contained, Verified }

/// <summary>A number with how it is known; without one when it is unknown.</summary>
public readonly record struct Figure(Certainty Is, int? Count)
{
    public static readonly Figure Unknown = new(Certainty.Unknown, null);

    /// <summary>"12 accesses", "about 12 accesses (an estimate)", "an unknown number of accesses".</summary>
    public string Say(string one, string many) => Is switch
    {
        Certainty.Actual => Number(one, many),
        Certainty.Estimate => $"about {Number(one, many)} (an estimate)",
        _ => $"an unknown number of {many}",
    };

    string Number(string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{Count:N0} {(Count == 1 ? one : many)}");
}

public static class EvidenceWords
{
    public static string Word(this EvidenceKind kind) => kind switch
    {
        EvidenceKind.Readers => "who could read",
        EvidenceKind.Accesses => "who did read",
        EvidenceKind.Coverage => "what a log covers",
        _ => "containment",
    };

    public static string Word(this LogState state) => state switch
    {
        LogState.Complete => "complete",
        LogState.Gaps => "with gaps",
        _ => "no log",
    };

    public static string Word(this Containment state) => state.ToString().ToLowerInvariant();

    /// <summary>"17 d", "2 d 4 h", "45 min": the two largest units that are not nothing.</summary>
    public static string Lasting(this TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { Days: > 0 } => span.Hours > 0 ? string.Create(CultureInfo.InvariantCulture, $"{span.Days:N0} d {span.Hours} h")
            : string.Create(CultureInfo.InvariantCulture, $"{span.Days:N0} d"),
        { Hours: > 0 } => span.Minutes > 0 ? $"{span.Hours} h {span.Minutes} min" : $"{span.Hours} h",
        _ => $"{span.Minutes} min",
    };

    /// <summary>" from … to …" with open ends left out; empty when both are.</summary>
    internal static string Period(DateTimeOffset? from, DateTimeOffset? to) => (from, to) switch
    {
        ({ } f, { } t) => $" from {Instants.Say(f)} to {Instants.Say(t)}",
        ({ } f, null) => $" from {Instants.Say(f)} on",
        (null, { } t) => $" until {Instants.Say(t)}",
        _ => "",
    };
}
