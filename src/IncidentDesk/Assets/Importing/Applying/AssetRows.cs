using IncidentDesk.Record;
using IncidentDesk.Record.Sql;

namespace IncidentDesk.Assets.Importing.Applying;

/// <summary>Assets as rows for loading, and changing many of them with one statement.</summary>
internal static class AssetRows
{
    static readonly string[] Changing =
    [
        "Kind", "Environment", "Container", "Owner", "Owners", "Labels", "LabelDetails",
        "PeopleData", "Rows", "Bytes", "LastAccess", "Review", "MergedInto", "GoneAt",
        "OnlyInIncidents", "Source", "FirstSeen", "ImportedAt",
    ];
    static readonly string[] All = ["Id", "Key", .. Changing];

    public static Task Add(this DeskDb db, IReadOnlyCollection<Asset> assets, CancellationToken ct) =>
        assets.Count == 0 ? Task.CompletedTask : db.Dialect.Load(db, "Assets", All, Values(db, assets), ct);

    public static async Task Change(this DeskDb db, IReadOnlyCollection<Asset> assets, CancellationToken ct)
    {
        if (assets.Count == 0) return;
        await db.Run("DROP TABLE IF EXISTS changed", ct);
        await db.Run("CREATE TEMPORARY TABLE changed AS SELECT * FROM Assets WHERE false", ct);
        await db.Dialect.Load(db, "changed", All, Values(db, assets), ct);
        await db.Run(
            $"UPDATE Assets SET {string.Join(", ", Changing.Select(c => $"{c} = c.{c}"))} FROM changed c WHERE Assets.Id = c.Id", ct);
    }

    /// <summary>Notes who said what, or only named it; what was said before is replaced.</summary>
    public static async Task NoteSources(this DeskDb db, IReadOnlyCollection<SourceAsset> sources, CancellationToken ct)
    {
        if (sources.Count == 0) return;
        await db.Temporary("sighted", "asset integer, source integer, said bigint, run integer, gone boolean", ct);
        await db.Dialect.Load(db, "sighted", ["asset", "source", "said", "run", "gone"], Values(sources), ct);
        await db.Run("""
            INSERT INTO AssetSightings (Asset, Source, Said, Run, Gone) SELECT asset, source, said, run, gone FROM sighted WHERE true
            ON CONFLICT (Asset, Source) DO UPDATE SET Said = excluded.Said, Run = excluded.Run, Gone = excluded.Gone
            """,
            ct);
    }

    /// <summary>For rows that are new themselves, so that nobody can have said anything of them.</summary>
    public static Task NoteFirstSources(this DeskDb db, IReadOnlyCollection<SourceAsset> sources, CancellationToken ct) =>
        sources.Count == 0
            ? Task.CompletedTask : db.Dialect.Load(db, "AssetSightings", ["Asset", "Source", "Said", "Run", "Gone"], Values(sources), ct);

    static IEnumerable<object?[]> Values(IEnumerable<SourceAsset> sources)
    {
        var row = new object?[5];
        foreach (var s in sources)
        {
            (row[0], row[1], row[2], row[3], row[4]) = (s.Asset, s.Source, s.Said, s.Run, s.Gone);
            yield return row;
        }
    }

    static IEnumerable<object?[]> Values(DeskDb db, IEnumerable<Asset> assets)
    {
        var (noTexts, words) = (db.Dialect.Texts([]), Enum.GetValues<AssetKind>().Select(k => (object)(int)k).ToArray());
        foreach (var a in assets)
            yield return
            [
                a.Id, a.Key, words[(int)a.Kind], a.Environment, a.Container, a.Owner,
                a.Owners.IsEmpty ? "[]" : Json.Write(a.Owners, a.Owners.GetType()),
                a.Labels.Count == 0 ? noTexts : db.Dialect.Texts(a.Labels),
                a.LabelDetails.IsEmpty ? "[]" : Json.Write(a.LabelDetails, a.LabelDetails.GetType()),
                words[(int)a.PeopleData], a.Rows, a.Bytes, a.LastAccess, words[(int)a.Review],
                a.MergedInto, a.GoneAt, a.OnlyInIncidents, a.Source, a.FirstSeen, a.ImportedAt,
            ];
    }
}
