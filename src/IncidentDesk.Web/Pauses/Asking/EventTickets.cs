using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>
/// Opens the event stream to whoever was answered a list of flags: an EventSource cannot send a header, so the address
/// itself does. Good for a day and for nothing else.
/// </summary>
internal sealed class EventTickets(IDataProtectionProvider keys, TimeProvider clock)
{
    static readonly TimeSpan Good = TimeSpan.FromDays(1), Same = TimeSpan.FromHours(1);
    readonly ITimeLimitedDataProtector _tickets = keys.CreateProtector("ofrep-events").ToTimeLimitedDataProtector();
    readonly ConcurrentDictionary<Guid, (string Address, DateTimeOffset At)> _given = new();

    /// <summary>The same for an hour: a client connects anew whenever it is given another one.</summary>
    public string Address(Actor actor)
    {
        var now = clock.GetUtcNow();
        if (_given.TryGetValue(actor.Person, out var given) && now - given.At < Same) return given.Address;
        return (_given[actor.Person] = ($"{EventStream.Path}?ticket={_tickets.Protect(actor.Person.ToString("N"), Good)}", now)).Address;
    }

    public bool Opens(string? ticket)
    {
        try
        {
            return _tickets.Unprotect(ticket ?? "").Length > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
