using IncidentDesk.Incidents;

namespace IncidentDesk.Reports;

/// <summary>
/// The handling mark of a report, by the Traffic Light Protocol 2.0 (FIRST, https://www.first.org/tlp/). The strictest rule that
/// applies gives the mark: with privileged entries in it, TLP:RED (for named recipients only) beside the words that keep the
/// privilege; of an incident that is private, or was then, TLP:AMBER+STRICT (inside the organisation, need to know); of any other,
/// TLP:AMBER (also clients, need to know). Nothing the desk prints is GREEN or CLEAR: what may be public is a statement.
/// </summary>
internal static class Handling
{
    public const string Privileged = "Privileged & confidential · TLP:RED";
    public const string Strict = "TLP:AMBER+STRICT";
    public const string Amber = "TLP:AMBER";

    /// <summary>What an incident was then may be less secret than what it is now; the stricter counts.</summary>
    public static string Mark(Incident now, Incident then, bool showsPrivileged) => showsPrivileged ? Privileged
        : now.Visibility is Visibility.Private || then.Visibility is Visibility.Private ? Strict : Amber;

    /// <summary>What the mark asks of whoever holds the sheet.</summary>
    public static KeyValue Row(string mark) => new("Recipients", Meaning(mark), mark == Privileged ? Tone.Danger : Tone.Plain);

    static string Meaning(string mark) => mark switch
    {
        Privileged =>
            "Only the people it was given to by name. It contains entries under legal privilege; passing it on may end the privilege.",
        Strict => "People inside this organisation who need to know it",
        _ => "People in this organisation and its clients who need to know it",
    };
}
