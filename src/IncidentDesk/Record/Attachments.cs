using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Record;

internal static class Attachments
{
    /// <summary>Keeps the bytes, once, and returns the hash by which an event names them.</summary>
    public static async Task<string> Attach(this DeskDb db, byte[] bytes, CancellationToken ct)
    {
        var attachment = Attachment.Of(bytes);
        if (await db.Attachments.AnyAsync(a => a.Hash == attachment.Hash, ct)) return attachment.Hash;
        db.Attachments.Add(attachment);
        await db.SaveChangesAsync(ct);
        // Megabytes that never change; tracked on, every later save would compare them byte by byte.
        db.Entry(attachment).State = EntityState.Detached;
        return attachment.Hash;
    }
}
