using MediatR;

namespace IncidentDesk;

/// <summary>Something a person, a job or a machine asks the desk to do. Page, API and CLI build the same record.</summary>
public interface ICommand<T> : IRequest<Outcome<T>>;

/// <summary>A command about one incident; the number comes from the address, never from the body.</summary>
public interface IIncidentCommand
{
    int Incident { get; set; }
}
