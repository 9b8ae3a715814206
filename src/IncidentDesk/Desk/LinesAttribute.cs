namespace IncidentDesk;

/// <summary>The text may have several lines; every other one is a single line.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LinesAttribute : Attribute;

/// <summary>Its texts were judged where they were read, row by row; a command that carries them is not searched again.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class JudgedWhenReadAttribute : Attribute;
