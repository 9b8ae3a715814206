namespace IncidentDesk;

/// <summary>
/// Who says so, as the edge knows it. The desk looks up what that person may do at every call,
/// so a revoked role ends at once.
/// </summary>
/// <param name="Person">Identity of the person; empty when nobody is signed in.</param>
/// <param name="Via">How they came: <see cref="Page"/>, or the name of their token.</param>
public sealed record Actor(Guid Person, string Via)
{
    /// <summary>By hand, on a page; not worth a word beside what they did.</summary>
    public const string Page = "page";

    /// <summary>By the desk itself, which its name says already.</summary>
    public const string ByItself = "desk";

    public static readonly Actor Nobody = new(Guid.Empty, Page);

    /// <summary>
    /// The desk itself, for what it does at a time and nobody asks for. No edge can make one: what counts is <see cref="IsSystem"/>, not
    /// the identity, which belongs to no person.
    /// </summary>
    internal static readonly Actor System = new(new("0dd5e1f0-0000-8000-8000-000000000001"), ByItself) { IsSystem = true };

    internal bool IsSystem { get; private init; }

    /// <summary>A token may carry fewer roles than the person who made it.</summary>
    public Roles Limit { get; init; } = Roles.All;

    /// <summary>The session in a browser in which they came, if they did. What stays open asks whether it still lasts.</summary>
    public Guid? Session { get; init; }

    /// <summary>The token that was presented, if one was.</summary>
    public Guid? Token { get; init; }

    /// <summary>By a token that another person made and has seen: it never counts as a second person.</summary>
    public bool ByAnother { get; init; }
}

/// <summary>The actor after the desk has looked: a name and the roles in force now.</summary>
public sealed record Caller(Guid Id, string Name, Roles Roles, string Via)
{
    public static readonly Caller Nobody = new(Guid.Empty, "nobody", Roles.None, "");

    /// <summary>Without a role: it sends what is marked <see cref="AllowSystemAttribute"/>, and reads what is open to everybody.</summary>
    internal static readonly Caller System = new(Actor.System.Person, "IncidentDesk", Roles.None, Actor.System.Via);

    /// <summary>The session or the token of their <see cref="Actor"/>.</summary>
    public Guid? Session { get; init; }
    public Guid? Token { get; init; }

    public bool Has(Roles any) => (Roles & any) != 0;
}
