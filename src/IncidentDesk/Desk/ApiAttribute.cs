namespace IncidentDesk;

/// <summary>Where a command is posted and what it does, in one line. API, command line and pages take both from here.</summary>
/// <param name="address">Names in braces are fields of the command: <c>/api/incidents/{incident}/severity</c>.</param>
/// <param name="summary">An imperative, without a full stop.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ApiAttribute(string address, string summary) : Attribute
{
    public string Address { get; } = address;
    public string Summary { get; } = summary;

    /// <summary>Where to find what the command makes; names in braces are members of its answer. Null where it makes nothing.</summary>
    public string? Makes { get; init; }
}
