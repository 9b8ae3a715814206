namespace IncidentDesk;

/// <summary>How long a text may be, in characters: one figure for rules and forms.</summary>
public static class Lengths
{
    public const int Title = 200;
}
