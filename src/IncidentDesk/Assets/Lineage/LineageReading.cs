using IncidentDesk.Assets.ChangeFeed;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Lineage;

/// <summary>Reads the whole lineage out of the database. To be called inside one snapshot of it.</summary>
internal static class LineageReading
{
    /// <summary>Columns of <see cref="Fact"/>, in its order.</summary>
    public static string Columns(DeskDb db) =>
        $"Id, Container, Owner, {db.Dialect.TextsAsJson("Labels")}, Source, Kind, PeopleData, "
            + "Review, CASE WHEN GoneAt IS NULL THEN 0 ELSE 1 END, coalesce(MergedInto, 0)";

    public static async Task<LineageGraph> Read(DeskDb db, CancellationToken ct)
    {
        var version = await CatalogueFeed.Version(db, ct);
        var highest = await db.Assets.MaxAsync(a => (int?)a.Id, ct) ?? 0;
        var gone = GoneRows(db);
        var (forward, goneEdges) = Edges(db, highest + 1, gone);
        // The processor turns the edges round while the database hands out the assets.
        var turning = Task.Run(forward.Turned, CancellationToken.None);
        var words = new SharedTexts();
        var (facts, merged) = Facts(db, highest + 1, words);
        var graph = new LineageGraph
        {
            Version = version, Forward = forward, Backward = await turning, Facts = facts, Words = words, MergedInto = merged,
            GoneEdges = goneEdges, GoneAssets = LineageFollowing.Gone(facts),
        };
        return merged.Count == 0 ? graph : LineageFollowing.Joined(graph, merged.Keys, []);
    }

    /// <summary>
    /// Rows come in the order of (from, to), once for each job and source that says so. The key of the table holds both columns and
    /// that order, so only the key is read; those that are gone stand in a small index of their own.
    /// </summary>
    static (Adjacency, List<EdgeChange>) Edges(DeskDb db, int nodes, Queue<(int From, int To)> gone)
    {
        var (start, next, used, goneEdges) = (new int[nodes + 1], new int[Count(db)], 0, new List<EdgeChange>());
        var (from, to, live) = (0, 0, 0);
        using (var rows = db.Dialect.Scan(db, """SELECT "from", "to" FROM AssetEdges ORDER BY "from", "to" """, 2))
            while (rows.Next())
            {
                var (f, t) = (rows.Int(0), rows.Int(1));
                if (f != from || t != to)
                {
                    Keep();
                    (from, to, live) = (f, t, 0);
                }
                live++;
            }
        Keep();
        for (var i = 1; i < start.Length; i++) start[i] += start[i - 1];
        return (new(start, next), goneEdges);

        void Keep()
        {
            for (; gone.TryPeek(out var row) && row.CompareTo((from, to)) <= 0; gone.Dequeue())
                if (row == (from, to)) live--;
            if (from == to || from >= nodes || to >= nodes) return;
            if (live == 0) goneEdges.Add(new(from, to, true));
            else (next[used++], start[from + 1]) = (to, start[from + 1] + 1);
        }
    }

    static Queue<(int, int)> GoneRows(DeskDb db)
    {
        var gone = new Queue<(int, int)>();
        using var rows = db.Dialect.Scan(db,
            """SELECT "from", "to" FROM AssetEdges WHERE GoneAt IS NOT NULL AND "from" <> "to" ORDER BY "from", "to" """, 2);
        while (rows.Next()) gone.Enqueue((rows.Int(0), rows.Int(1)));
        return gone;
    }

    static int Count(DeskDb db)
    {
        using var rows = db.Dialect.Scan(db, "SELECT count(*) FROM AssetEdges", 1);
        return rows.Next() ? (int)rows.Long(0) : 0;
    }

    static (AssetFacts[], Dictionary<int, int>) Facts(DeskDb db, int nodes, SharedTexts words)
    {
        var (facts, merged) = (new AssetFacts[nodes], new Dictionary<int, int>());
        using var rows = db.Dialect.Scan(db, $"SELECT {Columns(db)} FROM Assets", 10);
        while (rows.Next()) Fact(rows, facts, merged, words);
        return (facts, merged);
    }

    public static void Fact(Scan row, AssetFacts[] facts, Dictionary<int, int> merged, SharedTexts words)
    {
        var (id, into) = (row.Int(0), row.Int(9));
        var presence = Presence.There | (row.Int(8) == 1 ? Presence.Gone : 0) | (into > 0 ? Presence.Merged : 0);
        facts[id] = new(words.Of(row.Text(1)), words.Of(row.Text(2)), words.Of(row.Text(3)),
            words.Of(row.Text(4)), (byte)row.Int(5), (byte)row.Int(6), (byte)row.Int(7), presence);
        if (into > 0) merged[id] = into;
    }
}
