namespace IncidentDesk;

/// <summary>
/// Only a session in a browser may send it: it concerns what protects an account, and a token lies where others can read it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnlyBySessionAttribute : Attribute
{
    /// <summary>A token that carries one of these roles may send it all the same.</summary>
    public Roles OrToken { get; init; }

    /// <summary>So may a session before an authenticator is set up, which carries no role.</summary>
    public bool EvenUnfinished { get; init; }
}
