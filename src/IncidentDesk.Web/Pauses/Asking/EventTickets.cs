using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using IncidentDesk.Door;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Asking;
using Microsoft.AspNetCore.DataProtection;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>
/// Opens the event stream to whoever was answered a list of flags: an EventSource cannot send a header, so the address
/// itself does. Good for a day and for nothing else. It holds what was asked, because only changes of that answer are told.
/// </summary>
internal sealed class EventTickets(IDataProtectionProvider keys, TimeProvider clock)
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
        var ticket = JsonSerializer.Serialize(new Ticket(actor.Person, about.Keys, about.Running.Targets, about.Running.IsUnclear));
        if (ticket.Length > Longest) return null;
        var now = clock.GetUtcNow();
        if (_given.TryGetValue(ticket, out var given) && now - given.At < Same) return given.Address;
        // Keys and names can be made up without end.
        if (_given.Count >= MostKept) _given.Clear();
        return (_given[ticket] = ($"{EventStream.Path}?ticket={_tickets.Protect(ticket, Good)}", now)).Address;
    }

    /// <param name="ticket">As it stands in the address.</param>
    /// <param name="about">What its stream speaks of.</param>
    public bool Opens(string? ticket, out Question about)
    {
        about = new(null, Running.Unsaid);
        try
        {
            if (JsonSerializer.Deserialize<Ticket>(_tickets.Unprotect(ticket ?? "")) is not { } opened) return false;
            about = new(opened.Keys, new([.. opened.Targets], opened.IsUnclear));
            return true;
        }
        catch (Exception wrong) when (wrong is CryptographicException or JsonException)
        {
            return false;
        }
    }

    sealed record Ticket(Guid Person, IReadOnlyList<string>? Keys, IReadOnlyList<PauseTarget> Targets, bool IsUnclear);
}
