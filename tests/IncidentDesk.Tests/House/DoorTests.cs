using System.Reflection;
using FluentValidation;
using IncidentDesk.Door;
using IncidentDesk.Due;
using MediatR;

namespace IncidentDesk.Tests.House;

/// <summary>There is one way to change anything: a command through <c>Desk.Do</c>.</summary>
public sealed class DoorTests
{
    static readonly Type[] Types = typeof(IncidentDesk.Door.Desk).Assembly.GetTypes();
    static readonly Type[] Commands = [.. Types.Where(t => !t.IsAbstract && Closes(t, typeof(ICommand<>)).Any())];

    /// <summary>What a command is to MediatR, and where the pipeline is put together.</summary>
    static readonly string[] Composing = ["src/IncidentDesk/Desk/ICommand.cs", "src/IncidentDesk/DeskServices.cs"];

    static readonly Type[] Allowing =
        [typeof(AllowAttribute), typeof(AllowSignedInAttribute), typeof(AllowAnyoneAttribute), typeof(AllowSystemAttribute)];

    /// <summary>Where the desk acts by itself, and where it says who that is.</summary>
    /// <summary>Besides the due list: the way back for who holds the machine, what a start does, what is kept beside the record.</summary>
    static readonly string[] ActsAsTheSystem =
    [
        "src/IncidentDesk/Desk/Actor.cs", "src/IncidentDesk/Due/DueWorker.cs", "src/IncidentDesk/People/Opening/LetAdministratorIn.cs",
        "src/IncidentDesk/People/Accounts/SealingAtStart.cs", "src/IncidentDesk/People/Auditing/SecurityNotes.cs",
    ];

    [Fact]
    public void Every_command_says_who_may_send_it() => Rule.Holds(Commands, c =>
        Allowing.Count(a => c.IsDefined(a)) == 1
            ? null : $"{c.Name} needs exactly one of [Allow(…)], [AllowSignedIn], [AllowAnyone] and [AllowSystem].");

    [Fact]
    public void The_desk_is_asked_to_act_only_where_it_acts_by_itself() => Rule.Holds(
        Repository.Files("src", ".cs", ".razor").Where(f => Repository.Text(f).Contains("Actor.System", StringComparison.Ordinal)),
        f => ActsAsTheSystem.Contains(f) ? null : $"{f} names Actor.System; put a due item on the list; the worker sends its command.");

    [Fact]
    public void Every_kind_of_due_item_is_stored_under_a_name_of_its_own() => Rule.Holds(
        Types.Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IFallsDue)))
            .Select(t => (IFallsDue)Activator.CreateInstance(t)!).GroupBy(k => k.Kind),
        kind => kind.Count() == 1 ? null : $"{string.Join(" and ", kind.Select(k => k.GetType().Name))} are both {kind.Key}.");

    [Fact]
    public void Every_command_has_one_validator() => Rule.Holds(Commands, c =>
        Types.Count(t => !t.IsAbstract && Closes(t, typeof(IValidator<>)).Any(v => v.GenericTypeArguments[0] == c)) is var n and not 1
            ? $"{c.Name} has {n} validators; it needs one, even if that has little to say." : null);

    [Fact]
    public void Every_command_has_one_handler() => Rule.Holds(Commands, c =>
        Types.Count(t => Closes(t, typeof(IRequestHandler<,>)).Any(h => h.GenericTypeArguments[0] == c)) is var n and not 1
            ? $"{c.Name} has {n} handlers; it needs one." : null);

    [Fact]
    public void Commands_about_an_incident_take_its_number_from_the_address() => Rule.Holds(
        Commands.Where(c => c.Name != "DeclareIncident" && c.GetProperty("Incident") is { } p && p.PropertyType == typeof(int)),
        c => c.IsAssignableTo(typeof(IIncidentCommand)) ? null : $"{c.Name} has an incident number and is no IIncidentCommand.");

    [Fact]
    public void Nothing_but_commands_goes_through_the_pipeline() => Rule.Holds(
        Types.Where(t => !t.IsInterface && t.IsAssignableTo(typeof(IBaseRequest))),
        t => Closes(t, typeof(ICommand<>)).Any() ? null
            : $"{t.Name} is a request and no ICommand<T>; the pipeline would let it pass unguarded.");

    [Fact]
    public void Only_the_door_and_the_handlers_know_MediatR() => Rule.Holds(
        Repository.Files("src", ".cs", ".razor").Where(f => Repository.Text(f).Contains("MediatR", StringComparison.Ordinal)),
        f => f.StartsWith("src/IncidentDesk/Door/", StringComparison.Ordinal) || Composing.Contains(f) || IsOnlyAHandler(Repository.Text(f))
            ? null : $"{f} names MediatR without being a handler; send commands through Desk.Do.");

    static bool IsOnlyAHandler(string text) => text.Contains("IRequestHandler<", StringComparison.Ordinal)
        && !new[] { "IMediator", "ISender", "IPublisher", "IPipelineBehavior" }.Any(word => text.Contains(word, StringComparison.Ordinal));

    static IEnumerable<Type> Closes(Type type, Type open) =>
        type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == open);
}
