using IncidentDesk.Tests.House;
using IncidentDesk.Web.Kit;
using IncidentDesk.Web.Tests;
using IncidentDesk.Web.Tests.Surfaces;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Cli.Tests.Surfaces;

/// <summary>What can be done on the desk can be done on a page, over the API and with the command line.</summary>
public sealed class CommandSurfaceTests : HostTest
{
    const string Everywhere = "page, address, verb";

    /// <summary>Where a command is missing, and why.</summary>
    static readonly Dictionary<string, (string Missing, string Reason)> Without = new()
    {
        ["OpenDesk"] = (Everywhere, "the host sends it when it starts over an empty record"),
        ["OpenDeskWithToken"] = (Everywhere, "the host sends it when it starts over an empty record"),
        ["NoteTokenUse"] = (Everywhere, "the host sends it when a token is shown to it"),
        ["NoteAsks"] = (Everywhere, "the host sends it, with what it counted"),
        ["ApplyBatch"] = (Everywhere, "a part of an import, which the desk sends itself"),
        ["RetireUnnamed"] = (Everywhere, "a part of an import, which the desk sends itself"),
        ["FinishImport"] = (Everywhere, "the end of an import, which the desk sends itself"),
        ["StopImport"] = (Everywhere, "the end of an import, which the desk sends itself"),
        ["ApplyLineage"] = (Everywhere, "pipelines send it as they run, in the words of OpenLineage: LineageTests"),
        ["ImportAssets"] = ("page", "its form sends the file to the importer, which sends the command once it has read it: ImportForm"),
        ["SignIn"] = ("address, verb", "a password is typed into the browser and nowhere else"),
        ["AcceptInvitation"] = ("address, verb", "a password is typed into the browser and nowhere else"),
        ["ChangeOwnPassword"] = ("address, verb", "a password is typed into the browser and nowhere else"),
        ["StartAuthenticator"] = ("address, verb", "the picture for the telephone is shown in the browser"),
        ["ConfirmAuthenticator"] = ("address, verb", "the picture for the telephone is shown in the browser"),
    };

    /// <summary>What only the desk may send needs none of the three.</summary>
    static readonly IReadOnlyList<Type> Commands = [.. typeof(ICommand<>).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && !t.IsDefined(typeof(AllowSystemAttribute), inherit: false)
            && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>)))];

    [Fact]
    public void Every_command_has_a_page_an_address_and_a_verb_or_a_reason() => Rule.Holds(Commands, command =>
        (Missing(command), Expected(command)) switch
        {
            ("", (null, _)) => null,
            (var missing, (null, _)) =>
                $"{command.Name} has no {missing}. Give it a form, an endpoint and a line in Verbs.cs, or a reason here.",
            (var missing, var (said, _)) => missing == said ? null : $"{command.Name} is said to be without {said}; without is: {missing}.",
        });

    [Fact]
    public void Every_reason_is_about_a_command() => Rule.Holds(Without.Keys, name =>
        Commands.Any(c => c.Name == name) ? null : $"There is no command {name} any more; take it out.");

    /// <summary>What only the desk sends to itself says so.</summary>
    static (string Missing, string Reason) Expected(Type command) =>
        command.IsDefined(typeof(AllowSystemAttribute), inherit: false) ? (Everywhere, "") : Without.GetValueOrDefault(command.Name);

    string Missing(Type command) => string.Join(", ", new[]
    {
        FormSources.All.Any(s => s.Command == command.Name) ? null : "page",
        Served.Contains(command) ? null : "address",
        Verbs.All.Any(v => v.Command == command) ? null : "verb",
    }.OfType<string>());

    HashSet<Type> Served => [.. Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints)
        .Select(e => e.Metadata.GetMetadata<CommandOf>()?.Command).OfType<Type>()];
}
