using CsCheck;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Assigning;
using IncidentDesk.Incidents.Merging;
using IncidentDesk.Incidents.Participating;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Tests.Incidents;

/// <summary>Whatever people do, in whatever order, to four incidents at once.</summary>
public sealed class IncidentPropertyTests : IncidentTest
{
    const int Incidents = 4;

    /// <summary>One wish: what, on which incident, concerning which other one or which person, with which choice.</summary>
    sealed record Wish(int What, int On, int Other, int Choice);

    /// <summary>Merging comes often, because it takes several of them to go wrong.</summary>
    static readonly Gen<int> Whats = Gen.Int[-5, 8].Select(n => Math.Max(0, n));

    static readonly Gen<Wish[]> Wishes = Gen.Select(Whats, Gen.Int[0, Incidents - 1], Gen.Int[0, Incidents - 1], Gen.Int[0, 11],
        (what, on, other, choice) => new Wish(what, on, other, choice)).Array[10, 40];

    [Fact]
    public Task After_any_commands_pointers_participants_and_roles_agree() => Wishes.SampleAsync(async wishes =>
    {
        var first = 0;
        for (var i = 0; i < Incidents; i++)
            first = (await Done(new DeclareIncident
            {
                Title = $"Number {i}", Visibility = i < 2 ? Visibility.Open : Visibility.Private
            })).Number - i;
        foreach (var wish in wishes) await Send(wish, first);
        await Check(first);
    }, iter: 25, threads: 1);

    async Task Send(Wish wish, int first)
    {
        var (on, other, person) = (first + wish.On, first + wish.Other, new[] { Responder, Second, Comms, Privacy }[wish.Other]);
        _ = wish.What switch
        {
            0 => (await Send(new MergeIncident { Incident = on, Into = other })).Refusal,
            1 => (await Send(new UnmergeIncident { Incident = on })).Refusal,
            2 => (await Send(new AddParticipant { Incident = on, Person = person.Person })).Refusal,
            3 => (await Send(new RemoveParticipant { Incident = on, Person = person.Person })).Refusal,
            4 => (await Send(new AssignRole { Incident = on, Role = (IncidentRole)(wish.Choice % 7), Person = person.Person })).Refusal,
            5 => (await Send(new ReleaseRole { Incident = on, Role = (IncidentRole)(wish.Choice % 7) })).Refusal,
            6 => (await Send(new ChangeStatus
            {
                Incident = on, Status = (IncidentStatus)(wish.Choice % 5), Reason = wish.Choice > 5 ? "Turned up" : null
            })).Refusal,
            7 => (await Desk.Do(new SettleClosingItem
            {
                Incident = on, Item = (ClosingItem)wish.Other, State = (Settlement)(wish.Choice % 3), Reason = "So"
            }, Privacy)).Refusal,
            _ => (await Send(new ChangeVisibility { Incident = on, Visibility = (Visibility)(wish.Choice % 2), Reason = "So" })).Refusal,
        };
    }

    Task<Outcome<Position>> Send(ICommand<Position> command) => Desk.Do(command, Responder);

    async Task Check(int first)
    {
        using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        var all = await db.Incidents.IgnoreQueryFilters().AsNoTracking().Where(i => i.Number >= first).ToDictionaryAsync(i => i.Number);
        var rows = (await db.Participations.IgnoreQueryFilters().AsNoTracking().Where(p => p.Incident >= first).ToListAsync())
            .ToLookup(p => p.Incident, p => p.Person);
        Assert.Equal(Incidents, all.Count);
        foreach (var incident in all.Values)
        {
            Assert.All(incident.Absorbed, n => Assert.Equal(incident.Number, all[n].MergedInto));
            if (incident.MergedInto is { } into) Assert.Contains(incident.Number, all[into].Absorbed);
            if (incident.MergedInto is { } same) Assert.Equal(incident.Visibility, all[same].Visibility);
            Assert.Null(all[Root(incident, all)].MergedInto);
            Assert.Equal(incident.Participants.Select(p => p.Person).Order(), rows[incident.Number].Order());
            Assert.All(incident.Roles, r => Assert.True(incident.Participates(r.Person)));
            Assert.Equal(incident.Roles.Length, incident.Roles.DistinctBy(r => r.Role).Count());
            Assert.True(incident.Visibility is Visibility.Open || incident.Participants.Length > 0);
            if (incident.Status is IncidentStatus.Closed) Assert.Empty(incident.OpenItems);
            Assert.Equal(incident.Status >= IncidentStatus.Resolved, incident.ResolvedAt is not null);
        }
    }

    /// <summary>Following the pointers ends after at most as many steps as there are incidents.</summary>
    static int Root(Incident incident, Dictionary<int, Incident> all)
    {
        var at = incident.Number;
        for (var steps = 0; steps < Incidents && all[at].MergedInto is { } into; steps++) at = into;
        return at;
    }
}
