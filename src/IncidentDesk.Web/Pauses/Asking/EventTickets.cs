using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.People.SigningIn;
using Microsoft.AspNetCore.DataProtection;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>
/// Opens the event stream to whoever was answered a list of flags: an EventSource cannot send a header, so the address itself does. Good
/// for a day at most, no longer than the token it was given to, and for nothing else. It holds what was asked, because only changes of
/// that answer are told.
/// </summary>
internal sealed class EventTickets(IDataProtectionProvider keys, StillAdmitted admitted, TimeProvider clock)
{
    /// <summary>Servers and proxies take addresses of 8 KB.</summary>
    const int Longest = 4_000;
    const int MostKept = 2_000;
    static readonly TimeSpan Good = TimeSpan.FromDays(1), Same = TimeSpan.FromHours(1);
    readonly ITimeLimitedDataProtector _tickets = keys.CreateProtector("ofrep-events").ToTimeLimitedDataProtector();
    readonly ConcurrentDictionary<string, (string Address, DateTimeOffset At)> _given = new();

    /// <summary>
    /// The same for an hour: a client connects anew whenever it is given another one. Null when so much was listed that it does not
    /// fit into an address; who asked has to ask again by itself then.
    /// </summary>
    public string? Address(Actor actor, Question about)
    {
        var ticket = JsonSerializer.Serialize(
            new Ticket(actor.Token, actor.Person, about.Keys, about.Running.Targets, about.Running.IsUnclear));
        if (ticket.Length > Longest) return null;
        var now = clock.GetUtcNow();
        if (_given.TryGetValue(ticket, out var given) && now - given.At < Same) return given.Address;
        // Keys and names can be made up without end.
        if (_given.Count >= MostKept) _given.Clear();
        return (_given[ticket] = ($"{EventStream.Path}?ticket={_tickets.Protect(ticket, Good)}", now)).Address;
    }

    /// <summary>Whom the ticket was given to, with the token they had, and what its stream speaks of; nobody when it is not one of this
    /// desk, or too old.</summary>
    public (Actor Holder, Question About) Read(string? ticket)
    {
        try
        {
            if (JsonSerializer.Deserialize<Ticket>(_tickets.Unprotect(ticket ?? "")) is { } opened)
                return (new(opened.Person, Actor.Page) { Token = opened.Token },
                    new(opened.Keys, new([.. opened.Targets], opened.IsUnclear)));
        }
        catch (Exception wrong) when (wrong is CryptographicException or JsonException)
        {
            // Not one of this desk.
        }
        return (Actor.Nobody, new(null, Running.Unsaid));
    }

    /// <summary>While the database is away, whoever listens goes on: nothing can be recorded that would end it.</summary>
    public async Task<bool> MayAsk(Actor holder)
    {
        try
        {
            return (await admitted.RolesOf(holder) & ~Roles.Lineage) != Roles.None;
        }
        catch (Exception away) when (away is not OperationCanceledException)
        {
            return holder.Token is not null;
        }
    }

    sealed record Ticket(
        Guid? Token, Guid Person, IReadOnlyList<string>? Keys, IReadOnlyList<PauseTarget> Targets, bool IsUnclear);
}
