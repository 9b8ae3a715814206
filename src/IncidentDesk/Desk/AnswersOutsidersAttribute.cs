namespace IncidentDesk;

/// <summary>
/// Its sender is told of an incident that they may not see, because they decide about it; a repeated request is told the same again.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnswersOutsidersAttribute : Attribute;
