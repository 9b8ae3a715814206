using System.Globalization;
using IncidentDesk.Assets.Importing.Csv;
using IncidentDesk.Assets.Importing.Files;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.Amundsen;

/// <summary>What a row says, by the kind of file it is in.</summary>
internal static class AmundsenRows
{
    /// <summary>Null for a header that is none of Amundsen's, or of a file that says nothing about assets.</summary>
    public static Func<CsvLine, IEnumerable<CatalogueStatement>>? For(IReadOnlySet<string> header)
    {
        if (Has("source_table_key", "target_table_key")) return row => Lineage(row, "source_table_key", "target_table_key", columns: false);
        if (Has("source_column_key", "target_column_key"))
            return row => Lineage(row, "source_column_key", "target_column_key", columns: true);
        if (Has("dashboard_id", "table_ids")) return DashboardTables;
        if (Has("dashboard_id", "dashboard_name")) return row => Dashboard(row, a => a);
        if (!Has("cluster", "table_name")) return null;
        if (Has("owners"))
            return row => Table(row, a => a with { Owners = [.. row.Several("owners", ',').Select(o => new AssetOwner(o))] });
        if (Has("last_updated_time_epoch")) return row => Table(row, a => a with { LastAccess = Instant(row["last_updated_time_epoch"]) });
        if (Has("category", "name"))
            return row => Labelled(row, null, [.. row.Several("name", ',').Select(b => new AssetLabel(b, "badge"))]);
        return Has("table_desc") && !Has("col_type") ? row => Labelled(row, IsView(row) ? AssetKind.View : AssetKind.Table,
            [.. row.Several("tags", ',').Select(t => new AssetLabel(t, "tag"))]) : null;

        bool Has(params ReadOnlySpan<string> columns)
        {
            foreach (var column in columns)
                if (!header.Contains(column)) return false;
            return true;
        }
    }

    static IEnumerable<CatalogueStatement> Labelled(CsvLine row, AssetKind? kind, List<AssetLabel> labels) =>
        Table(row, a => a with { Kind = kind, Labels = labels, PeopleData = PeopleLabels.Say(labels) });

    static bool IsView(CsvLine row) => "true".Equals(row["is_view"], StringComparison.OrdinalIgnoreCase);

    static IEnumerable<CatalogueStatement> Table(CsvLine row, Func<StatedAsset, StatedAsset> said)
    {
        if (row["database", "db_name", "db"] is not { } database || row["cluster"] is not { } cluster
            || row["schema", "schema_name"] is not { } schema || row["table_name"] is not { } table)
            return [new RejectedStatement(row.Place, "The row lacks one of database, cluster, schema and table.")];
        var named = AmundsenNames.Of(database, cluster, schema, table);
        return [said(new(row.Place, named.Key) { Names = named.Names, Container = schema })];
    }

    /// <summary>A column's key is that of its table with one part more.</summary>
    static IEnumerable<CatalogueStatement> Lineage(CsvLine row, string source, string target, bool columns)
    {
        var (from, to) = (Key(row[source], columns), Key(row[target], columns));
        return from is null || to is null ? [new RejectedStatement(row.Place,
            $"“{SpooledFile.Shown(row[from is null ? source : target] ?? "")}” is not an Amundsen key, such as hive://gold.sales/orders.")]
            : columns && from == to ? [] : [new StatedEdge(row.Place, from, to)];
    }

    static string? Key(string? key, bool column)
    {
        if (column && key?.LastIndexOf('/') is > 0 and var slash) key = key[..slash];
        return key is null ? null : AmundsenNames.Of(key)?.Key;
    }

    static IEnumerable<CatalogueStatement> Dashboard(CsvLine row, Func<StatedAsset, StatedAsset> said) => Dashboard(row) is { } named
        ? [said(new(row.Place, named.Key) { Kind = AssetKind.Dashboard, Names = named.Names, Container = row["dashboard_group"] })]
        : [new RejectedStatement(row.Place, "The row lacks one of product, cluster, dashboard_group_id and dashboard_id.")];

    static IEnumerable<CatalogueStatement> DashboardTables(CsvLine row)
    {
        if (Dashboard(row) is not { } dashboard) return Dashboard(row, a => a);
        return row.Several("table_ids", ',')
            .Select(id => AmundsenNames.Of(id) is { } table ? new StatedEdge(row.Place, table.Key, dashboard.Key)
                : (CatalogueStatement)new RejectedStatement(row.Place,
                    $"“{SpooledFile.Shown(id)}” is not an Amundsen key, such as hive://gold.sales/orders."));
    }

    static NamedAsset? Dashboard(CsvLine row) =>
        row["product"] is { } product && row["cluster"] is { } cluster
            && (row["dashboard_group_id"] ?? row["dashboard_group"]) is { } group && row["dashboard_id"] is { } id
            ? AmundsenNames.Of($"{product}_dashboard", cluster, group, id) : null;

    static DateTimeOffset? Instant(string? epoch) =>
        long.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds is > 0 and < 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
