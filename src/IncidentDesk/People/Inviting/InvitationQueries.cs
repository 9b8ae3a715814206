using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Inviting;

/// <summary>For whom a one-time link was made; the first administrator has no address yet.</summary>
public sealed record OpenInvitation(string Name, string Email);

public static class InvitationQueries
{
    /// <summary>What a link opens, for whoever holds it; null when it is used up, expired or replaced.</summary>
    public static Task<OpenInvitation?> Open(DeskDb db, string secret, DateTimeOffset now, CancellationToken ct = default)
    {
        var hash = OneTimeLink.HashOf(secret);
        return db.People.Where(p => p.LinkHash == hash && p.Active && p.LinkExpires > now)
            .Select(p => new OpenInvitation(p.Name, p.Email)).FirstOrDefaultAsync(ct);
    }
}
