using System.Text;
using IncidentDesk.Assets.Events;
using IncidentDesk.Assets.ChangeFeed;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets;

/// <summary>
/// Links as temporal rows, in bulk: a statement an event, whether it is about one asset or 45,000. The keys never leave the
/// database; it reads them from the attachment itself.
/// </summary>
internal sealed class AssetLinkProjection : IProjection
{
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
        var insert = $"""
            INSERT INTO AssetLinks (Incident, AssetId, FromPosition, ExposedFrom, ExposedTo, Disclosure)
            SELECT @incident, a.Id, @position, @from, @to, @disclosure
              FROM {Keys(db)} CROSS JOIN Assets a WHERE a.Key = k.value ON CONFLICT DO NOTHING
            """;
        (string, object?)[] values =
            [.. Of(what, e.Attachment), ("@from", e.ExposedFrom), ("@to", e.ExposedTo), ("@disclosure", e.Disclosure)];
        var linked = await db.Run(insert, ct, values);
        if (linked == e.Count) return;
        // An incident brought from another desk names assets that no catalogue has described here yet.
        await Stubs(db, e.Attachment, what, ct);
        linked += await db.Run(insert, ct, values);
        if (linked != e.Count) throw new InvalidDataException($"The entry speaks of {e.Count} assets and names {linked}.");
    }

    static async Task Stubs(DeskDb db, string attachment, Recorded what, CancellationToken ct)
    {
        var highest = await db.Assets.MaxAsync(a => (int?)a.Id, ct) ?? 0;
        var bytes = await db.Attachments.Where(a => a.Hash == attachment).Select(a => a.Bytes).SingleOrDefaultAsync(ct) ?? [];
        await db.Run($"""
            INSERT INTO Assets (Id, Key, Kind, Labels, PeopleData, Review, OnlyInIncidents, Source, FirstSeen, ImportedAt)
            SELECT {highest} + row_number() OVER (), k.value, {(int)AssetKind.Stub}, {db.Dialect.NoTexts},
              {(int)PeopleData.Unknown}, {(int)PrivacyReview.Unknown}, true, 'named by an incident', @at, @at
            FROM {db.Dialect.Each("@named", "k")} WHERE NOT EXISTS (SELECT 1 FROM Assets a WHERE a.Key = k.value)
            """,
            ct, ("@at", what.Entry.RecordedAt),
            ("@named", db.Dialect.Texts(Encoding.UTF8.GetString(bytes).Split('\n').Where(AssetKey.WasOne))));
        await db.Changed(await db.Assets.Where(a => a.Id > highest).Select(a => a.Id).ToListAsync(ct), [], ct);
    }

    static string Keys(DeskDb db) => db.Dialect.Lines("@keys", "k");

    static string Chosen(DeskDb db) => $"(SELECT a.Id FROM {Keys(db)} CROSS JOIN Assets a WHERE a.Key = k.value)";

    static Task<int> Close(DeskDb db, string keys, Recorded what, CancellationToken ct) => db.Run($"""
        UPDATE AssetLinks SET ToPosition = @position
        WHERE Incident = @incident AND ToPosition IS NULL AND FromPosition < @position AND AssetId IN {Chosen(db)}
        """,
        ct, [.. Of(what, keys)]);

    static async Task Replace(DeskDb db, ExposureSet e, Recorded what, CancellationToken ct)
    {
        await db.Run($"""
            INSERT INTO AssetLinks (Incident, AssetId, FromPosition, ExposedFrom, ExposedTo, Disclosure)
            SELECT l.Incident, l.AssetId, @position, {ExposureTerms.From}, {ExposureTerms.To}, {ExposureTerms.Disclosure}
            FROM AssetLinks l WHERE l.Incident = @incident AND l.ToPosition IS NULL AND l.AssetId IN {Chosen(db)}
            """,
            ct, [.. Of(what, e.Attachment), .. ExposureTerms.Values(e.ExposedFrom, e.ExposedTo, e.Disclosure, e.WindowCleared)]);
        await Close(db, e.Attachment, what, ct);
    }

    static (string, object?)[] Of(Recorded what, string keys) =>
        [("@incident", what.Entry.Incident), ("@position", what.Position), ("@keys", keys)];
}

/// <summary>What a link <c>l</c> says after a change: the same terms where the change is decided and where it is carried out.</summary>
internal static class ExposureTerms
{
    public const string From = "CASE WHEN @clear THEN @from ELSE coalesce(@from, l.ExposedFrom) END";
    public const string To = "CASE WHEN @clear THEN @to ELSE coalesce(@to, l.ExposedTo) END";
    public const string Disclosure = "coalesce(@disclosure, l.Disclosure)";

    public static (string, object?)[] Values(DateTimeOffset? from, DateTimeOffset? to, Disclosure? disclosure, bool clear) =>
        [("@from", from), ("@to", to), ("@disclosure", disclosure), ("@clear", clear)];
}
