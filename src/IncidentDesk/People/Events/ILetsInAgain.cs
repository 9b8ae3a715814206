namespace IncidentDesk.People.Events;

/// <summary>Marks an event after which somebody else may sign in as this person, if the wrong one asked for it.</summary>
internal interface ILetsInAgain : IAboutPerson
{
    string Name { get; }
}
