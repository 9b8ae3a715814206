using System.Collections.Concurrent;
using System.Security.Cryptography;
using IncidentDesk.People.SigningIn;
using Microsoft.AspNetCore.DataProtection;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>
/// Opens the event stream to whoever was answered a list of flags: an EventSource cannot send a header, so the address itself does. Good
/// for a day at most, no longer than the token it was given to, and for nothing else.
/// </summary>
internal sealed class EventTickets(IDataProtectionProvider keys, StillAdmitted admitted, TimeProvider clock)
{
    static readonly TimeSpan Good = TimeSpan.FromDays(1), Same = TimeSpan.FromHours(1);
    readonly ITimeLimitedDataProtector _tickets = keys.CreateProtector("ofrep-events").ToTimeLimitedDataProtector();
    readonly ConcurrentDictionary<Guid, (string Address, DateTimeOffset At)> _given = new();

    /// <summary>The same for an hour: a client connects anew whenever it is given another one.</summary>
    public string Address(Actor actor)
    {
        var now = clock.GetUtcNow();
        var token = actor.Token ?? Guid.Empty;
        if (_given.TryGetValue(token, out var given) && now - given.At < Same) return given.Address;
        return (_given[token] = ($"{EventStream.Path}?ticket={_tickets.Protect($"{token:N} {actor.Person:N}", Good)}", now)).Address;
    }

    /// <summary>Whom the ticket was given to, with the token they had; nobody when it is not one of this desk, or too old.</summary>
    public Actor Holder(string? ticket)
    {
        try
        {
            return _tickets.Unprotect(ticket ?? "").Split(' ') is [var token, var person]
                && Guid.TryParse(token, out var id) && Guid.TryParse(person, out var who)
                    ? new(who, Actor.Page) { Token = id } : Actor.Nobody;
        }
        catch (CryptographicException)
        {
            return Actor.Nobody;
        }
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
}
