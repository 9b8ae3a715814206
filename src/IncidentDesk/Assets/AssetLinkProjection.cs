using IncidentDesk.Assets.Events;
using IncidentDesk.Storage;
using IncidentDesk.Timeline;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets;

/// <summary>
/// Links as temporal rows, in bulk: a statement an event, whether it is about one asset or 45,000. The keys never leave the
/// database; it reads them from the attachment itself.
/// </summary>
internal sealed class AssetLinkProjection : IProjection
{
    /// <summary>The lines of the attachment as rows. Keys hold no control characters, so a line break only separates them.</summary>
    const string Keys = """
        json_each('["' || (SELECT replace(replace(replace(CAST(Bytes AS TEXT), '\', '\\'), '"', '\"'), char(10), '","') FROM Attachments WHERE Hash = $keys) || '"]')
        """;

    const string Chosen = $"(SELECT a.Id FROM {Keys} k CROSS JOIN Assets a ON a.Key = k.value)";

    /// <summary>Any of U+0001 to U+001F and U+007F to U+009F; 45 is the hyphen of a range.</summary>
    const string WithControlCharacter = "'*[' || char(1, 45, 31, 127, 45, 159) || ']*'";

    public Task Apply(DeskDb db, Recorded what, CancellationToken ct) => what.Event switch
    {
        AssetsLinked e => Link(db, e, what, ct),
        AssetsUnlinked e => Close(db, e.Attachment, what, ct),
        ExposureSet e => Replace(db, e, what, ct),
        _ => Task.CompletedTask,
    };

    public Task Clear(DeskDb db, string stream, CancellationToken ct) => Streams.IncidentOf(stream) is { } number
        ? db.AssetLinks.Where(l => l.Incident == number).ExecuteDeleteAsync(ct)
        : Task.CompletedTask;

    static async Task Link(DeskDb db, AssetsLinked e, Recorded what, CancellationToken ct)
    {
        const string insert = $"""
            INSERT INTO AssetLinks (Incident, AssetId, FromPosition, ExposedFrom, ExposedTo, Disclosure)
            SELECT $incident, a.Id, $position, $from, $to, $disclosure FROM {Keys} k CROSS JOIN Assets a ON a.Key = k.value WHERE true ON CONFLICT DO NOTHING
            """;
        (string, object?)[] values = [.. Of(what, e.Attachment), ("$from", e.ExposedFrom), ("$to", e.ExposedTo), ("$disclosure", e.Disclosure)];
        var linked = await db.Run(insert, ct, values);
        if (linked == e.Count) return;
        // An incident brought from another desk names assets that no catalogue has described here yet.
        await db.Run($"""
            INSERT INTO Assets (Key, Kind, Labels, PeopleData, Source, ImportedAt)
            SELECT k.value, {(int)AssetKind.Stub}, '[]', {(int)PeopleData.Unknown}, 'named by an incident', $at FROM {Keys} k
            WHERE instr(k.value, '://') > 1 AND length(k.value) <= {AssetKey.MostCharacters} AND k.value NOT GLOB {WithControlCharacter} ON CONFLICT (Key) DO NOTHING
            """, ct, ("$keys", e.Attachment), ("$at", what.Entry.RecordedAt));
        linked += await db.Run(insert, ct, values);
        if (linked != e.Count) throw new InvalidDataException($"The entry speaks of {e.Count} assets and names {linked}.");
    }

    static Task<int> Close(DeskDb db, string keys, Recorded what, CancellationToken ct) => db.Run($"""
        UPDATE AssetLinks SET ToPosition = $position
        WHERE Incident = $incident AND ToPosition IS NULL AND FromPosition < $position AND AssetId IN {Chosen}
        """, ct, [.. Of(what, keys)]);

    static async Task Replace(DeskDb db, ExposureSet e, Recorded what, CancellationToken ct)
    {
        await db.Run($"""
            INSERT INTO AssetLinks (Incident, AssetId, FromPosition, ExposedFrom, ExposedTo, Disclosure)
            SELECT l.Incident, l.AssetId, $position, {ExposureTerms.From}, {ExposureTerms.To}, {ExposureTerms.Disclosure}
            FROM AssetLinks l WHERE l.Incident = $incident AND l.ToPosition IS NULL AND l.AssetId IN {Chosen}
            """, ct, [.. Of(what, e.Attachment), .. ExposureTerms.Values(e.ExposedFrom, e.ExposedTo, e.Disclosure, e.WindowCleared)]);
        await Close(db, e.Attachment, what, ct);
    }

    static (string, object?)[] Of(Recorded what, string keys) => [("$incident", what.Entry.Incident), ("$position", what.Position), ("$keys", keys)];
}

/// <summary>What a link <c>l</c> says after a change: the same terms where the change is decided and where it is carried out.</summary>
internal static class ExposureTerms
{
    public const string From = "CASE WHEN $clear THEN $from ELSE coalesce($from, l.ExposedFrom) END";
    public const string To = "CASE WHEN $clear THEN $to ELSE coalesce($to, l.ExposedTo) END";
    public const string Disclosure = "coalesce($disclosure, l.Disclosure)";

    public static (string, object?)[] Values(DateTimeOffset? from, DateTimeOffset? to, Disclosure? disclosure, bool clear) =>
        [("$from", from), ("$to", to), ("$disclosure", disclosure), ("$clear", clear ? 1 : 0)];
}
