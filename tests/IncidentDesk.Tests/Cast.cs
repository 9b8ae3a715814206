using IncidentDesk.Door;
using IncidentDesk.People;
using IncidentDesk.People.Inviting;
using IncidentDesk.People.Opening;
using IncidentDesk.Record;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IncidentDesk.Tests;

/// <summary>People every scenario can count on, one a role; the stranger may read and is part of nothing.</summary>
internal sealed record Cast(Actor Admin, Actor Responder, Actor Second, Actor Comms, Actor Privacy, Actor Leader, Actor Stranger)
{
    public static readonly TestTemplate<Cast> Here = new(Invited);

    /// <summary>The same names on another desk, where they are other people.</summary>
    public static readonly TestTemplate<Cast> Elsewhere = new(Invited);

    /// <summary>A desk that nobody has opened.</summary>
    public static readonly TestTemplate<Cast> Nobody = new(async connectionString =>
    {
        await using var services = await Node(connectionString);
        return new(null!, null!, null!, null!, null!, null!, null!);
    });

    static async Task<Cast> Invited(string connectionString)
    {
        await using var services = await Node(connectionString);
        var desk = services.GetRequiredService<IncidentDesk.Door.Desk>();
        var opened = await desk.Do(new OpenDesk { Name = "Ada Admin", Email = "ada@example.org" }, Actor.Nobody);
        var admin = Signed(opened.Value!.Person);
        Task<Actor> Person(string name, Roles roles) => Invite(desk, admin, name, roles);
        return new(admin, await Person("Remy Responder", Roles.Responder), await Person("Sam Second", Roles.Responder),
            await Person("Cleo Comms", Roles.Comms), await Person("Pia Privacy", Roles.Privacy),
            await Person("Lou Leader", Roles.Leadership), await Person("Stig Stranger", Roles.All));
    }

    public static async Task<Actor> Invite(IncidentDesk.Door.Desk desk, Actor admin, string name, Roles roles)
    {
        var email = $"{name.Replace(' ', '.').ToLowerInvariant()}@example.org";
        return Signed((await desk.Do(new InvitePerson { Name = name, Email = email, Roles = roles }, admin)).Value!.Person);
    }

    /// <summary>Somebody at a page of the desk, in a session that nobody ends.</summary>
    static Actor Signed(Guid person) => new(person, "test") { Session = person };

    static async Task<ServiceProvider> Node(string connectionString)
    {
        var node = new ServiceCollection().AddSingleton<TimeProvider>(new FakeTimeProvider(DeskTest.Now))
            .AddSingleton<ILoggerFactory, NullLoggerFactory>().AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddDesk(connectionString).BuildServiceProvider(validateScopes: true);
        await node.GetRequiredService<DeskStore>().Open(default);
        return node;
    }
}
