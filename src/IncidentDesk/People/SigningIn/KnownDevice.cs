namespace IncidentDesk.People.SigningIn;

/// <summary>A browser in which these people have signed in before, with their second factor. It is trusted with nothing but a count of
/// its own, so that nobody elsewhere can use up the attempts of its owner.</summary>
public sealed record KnownDevice(Guid Id, IReadOnlyList<Guid> People);
