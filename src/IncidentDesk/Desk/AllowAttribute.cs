namespace IncidentDesk;

/// <summary>Which roles may send the command; any one of them is enough. Administrators always may.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowAttribute(Roles roles) : Attribute
{
    public Roles Roles { get; } = roles | Roles.Administrator;
}

/// <summary>Whoever is signed in may send it, whatever their roles: it concerns their own account.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowSignedInAttribute : Attribute;

/// <summary>The command carries its own proof (a one-time link) and needs no signed-in person.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowAnyoneAttribute : Attribute;

/// <summary>The desk alone may send it, to itself, for what nobody asks for; no person may, whatever their roles.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowSystemAttribute : Attribute;

/// <summary>One of two people signs with it. A token that another person made and has seen does not sign for its owner.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignsAttribute : Attribute;

/// <summary>The answer holds a secret: it is never stored, so a repeated key cannot show it twice.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnswerShownOnceAttribute : Attribute;
