using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>Opens the event stream to whoever was answered a list of flags: an EventSource cannot send a header, so the address itself does. Good for a day and for nothing else.</summary>
internal sealed class EventTickets(IDataProtectionProvider keys)
{
    static readonly TimeSpan Good = TimeSpan.FromDays(1);
    readonly ITimeLimitedDataProtector _tickets = keys.CreateProtector("ofrep-events").ToTimeLimitedDataProtector();

    public string Address(Actor actor) => $"{EventStream.Path}?ticket={_tickets.Protect(actor.Person.ToString("N"), Good)}";

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
