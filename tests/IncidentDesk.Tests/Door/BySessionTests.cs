using System.Reflection;
using IncidentDesk.Door;
using IncidentDesk.People.Tokens;
using IncidentDesk.Tests.House;

namespace IncidentDesk.Tests.Door;

/// <summary>How one came decides what one may send: a token does nothing to the account of its person.</summary>
public sealed class BySessionTests : DeskTest
{
    static readonly IReadOnlyList<Type> Commands = [.. typeof(IncidentDesk.Door.Desk).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false, IsClass: true } && t.GetInterfaces().Any(IsCommand))];

    /// <summary>Commands about one's own account that any token may send, each with its reason.</summary>
    static readonly Dictionary<string, string> ByAnyToken = new()
    {
        ["NoteAsks"] = "the host sends it, with what it counted of machines that asked, and nothing takes it from outside",
        ["NoteTokenUse"] = "the host sends it when a token is shown to it, about that token, and nothing takes it from outside",
    };

    /// <summary>Commands of which a token with the administrator's role is the headless way, each with its reason.</summary>
    static readonly Dictionary<string, string> ByAdministratorsToken = new()
    {
        ["ChangeOwnProfile"] = "the administrator of a headless desk has no browser; who holds such a token may invite anybody anyway",
        ["IssueToken"] = "scripts set up people and their tokens with the token of Setup:ApiToken",
        ["RevokeToken"] = "a script that finds a leaked token revokes it",
        ["EndSessions"] = "a script that deals with a stolen laptop signs its owner out",
    };

    [Fact]
    public void Every_command_about_ones_own_account_needs_a_session_or_has_its_reason() => Rule.Holds(
        Commands.Where(c => c.IsDefined(typeof(AllowSignedInAttribute))), command =>
            (command.GetCustomAttribute<OnlyBySessionAttribute>()?.OrToken, ByAnyToken.ContainsKey(command.Name),
                ByAdministratorsToken.ContainsKey(command.Name)) switch
            {
                (null, true, false) or (Roles.None, false, false) or (Roles.Administrator, false, true) => null,
                (var roles, _, _) =>
                    $"{command.Name} may be sent with {(roles is null ? "any token" : $"a token that carries {roles}")}. "
                        + "Mark it [OnlyBySession], or say why not.",
            });

    [Theory]
    [InlineData(Roles.Viewer), InlineData(Roles.Responder), InlineData(Roles.Comms), InlineData(Roles.Privacy)]
    [InlineData(Roles.Leadership), InlineData(Roles.Asker), InlineData(Roles.Lineage), InlineData(Roles.Administrator)]
    [InlineData(Roles.All)]
    public async Task No_token_sends_what_needs_a_session(Roles roles)
    {
        var issued = await Done(new IssueToken { Name = "script", Roles = roles }, Stranger);
        var token = (await Read((db, _) => TokenQueries.Present(db, issued.Secret, Now, default)))!.Actor;
        var before = await Dump();
        var tried = 0;
        foreach (var command in Commands
            .Where(c => c.GetCustomAttribute<OnlyBySessionAttribute>() is { } only && (roles & only.OrToken) == 0))
        {
            var refusal = await Send(Activator.CreateInstance(command)!, token);
            Assert.True(refusal is Refusal.NotFound, $"{command.Name} with a token that carries {roles}: {refusal?.Why ?? "done"}");
            tried++;
        }
        Assert.True(tried > 3);
        Assert.Equal(before, await Dump());
    }

    [Fact]
    public async Task A_token_whose_person_has_lost_its_roles_is_a_token_no_more()
    {
        var viewer = await Done(new IssueToken { Name = "script", Roles = Roles.Viewer }, Stranger);
        await Done(new IncidentDesk.People.ChangeRoles { Person = Stranger.Person, Roles = Roles.Leadership }, Admin);

        Assert.Null(await Read((db, _) => TokenQueries.Present(db, viewer.Secret, Now, default)));
        Assert.Equal(Guid.Empty, await Read((_, caller) => Task.FromResult(caller.Id),
            Stranger with { Session = null, Token = viewer.Id, Limit = Roles.Viewer }));
    }

    async Task<Refusal?> Send(object command, Actor by)
    {
        var answer = command.GetType().GetInterfaces().Single(IsCommand).GenericTypeArguments[0];
        var sent = (Task)typeof(IncidentDesk.Door.Desk).GetMethod("Do")!.MakeGenericMethod(answer)
            .Invoke(Desk, [command, by, null, CancellationToken.None])!;
        await sent;
        var outcome = sent.GetType().GetProperty("Result")!.GetValue(sent)!;
        return (Refusal?)outcome.GetType().GetProperty("Refusal")!.GetValue(outcome);
    }

    static bool IsCommand(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICommand<>);
}
