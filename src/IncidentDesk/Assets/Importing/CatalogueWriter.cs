using System.Data.Common;
using System.Globalization;
using IncidentDesk.Storage;

namespace IncidentDesk.Assets.Importing;

/// <summary>Writes the rows of a file with prepared statements: one upsert a row, which writes only what differs.</summary>
internal sealed class CatalogueWriter(DeskDb db, string source, DateTimeOffset at)
{
    static readonly (AssetColumns Column, string Name)[] Described =
    [
        (AssetColumns.Container, "Container"), (AssetColumns.Owner, "Owner"), (AssetColumns.Labels, "Labels"), (AssetColumns.PeopleData, "PeopleData"),
    ];

    public async Task<ImportedAssets> Write(AssetFile file, CancellationToken ct)
    {
        var known = await Highest(ct);
        var (added, updated) = (0, 0);
        await using (var upsert = Upsert(file.Says))
            foreach (var row in file.Rows)
            {
                var id = await upsert.Again(row.Key, row.Kind, row.Container, row.Owner, db.Dialect.Texts(row.Labels), row.PeopleData)
                    .ExecuteScalarAsync(ct);
                if (id is not null && Convert.ToInt64(id, CultureInfo.InvariantCulture) > known) added++;
                else if (id is not null) updated++;
            }
        var (edges, stubs) = await Edges(file, ct);
        return new(added, updated, file.Rows.Count - added - updated, edges, stubs, file.Rejected);
    }

    async Task<long> Highest(CancellationToken ct)
    {
        await using var highest = db.Sql("SELECT coalesce(max(Id), 0) FROM Assets");
        return Convert.ToInt64(await highest.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    /// <summary>Returns the row's number if it wrote one. What the file has no column for stays; a described stub is a stub no longer.</summary>
    DbCommand Upsert(AssetColumns says)
    {
        var values = Described.Select(d => says.HasFlag(d.Column) ? $"excluded.{d.Name}" : $"Assets.{d.Name}").Prepend(
            says.HasFlag(AssetColumns.Kind) ? "excluded.Kind" : $"CASE Assets.Kind WHEN {(int)AssetKind.Stub} THEN {(int)AssetKind.Unknown} ELSE Assets.Kind END").ToList();
        var names = Described.Select(d => d.Name).Prepend("Kind").ToList();
        return db.Sql($"""
            INSERT INTO Assets (Key, Kind, Container, Owner, Labels, PeopleData, Review, OnlyInIncidents, Source, FirstSeen, ImportedAt)
            VALUES (@key, @kind, @container, @owner, @labels, @people, 0, false, @source, @at, @at)
            ON CONFLICT (Key) DO UPDATE SET {string.Join(", ", names.Zip(values, (n, v) => $"{n} = {v}"))}, OnlyInIncidents = false, Source = @source, ImportedAt = @at
            WHERE ({string.Join(", ", names.Select(n => $"Assets.{n}"))}) IS DISTINCT FROM ({string.Join(", ", values)})
            RETURNING Id
            """,
            ("@key", null), ("@kind", null), ("@container", null), ("@owner", null), ("@labels", null), ("@people", null), ("@source", source), ("@at", at));
    }

    /// <summary>After all rows, because a file may name an upstream before it describes it.</summary>
    async Task<(int Edges, int Stubs)> Edges(AssetFile file, CancellationToken ct)
    {
        var (edges, stubs) = (0, 0);
        await using var stub = db.Sql($"""
            INSERT INTO Assets (Key, Kind, Container, Labels, PeopleData, Review, OnlyInIncidents, Source, FirstSeen, ImportedAt)
            VALUES (@key, {(int)AssetKind.Stub}, @container, {db.Dialect.NoTexts}, {(int)PeopleData.Unknown}, 0, false, @source, @at, @at) ON CONFLICT (Key) DO NOTHING
            """, ("@key", null), ("@container", null), ("@source", source), ("@at", at));
        await using var edge = db.Sql("""
            INSERT INTO AssetEdges ("from", "to", Job, Source, Run) SELECT u.Id, a.Id, 0, 0, 0 FROM Assets u, Assets a WHERE u.Key = @upstream AND a.Key = @key ON CONFLICT DO NOTHING
            """, ("@upstream", null), ("@key", null));
        foreach (var row in file.Rows)
            foreach (var upstream in row.Upstreams)
            {
                stubs += await stub.Again(upstream, AssetKey.Container(upstream)).ExecuteNonQueryAsync(ct);
                edges += await edge.Again(upstream, row.Key).ExecuteNonQueryAsync(ct);
            }
        return (edges, stubs);
    }
}
