using System.Globalization;
using System.Text.Json;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.Glue;

/// <summary>One table, view or database of the Glue data catalogue.</summary>
internal static class GlueTable
{
    public static CatalogueStatement Statement(string place, JsonElement table)
    {
        if (table.Text("Name") is not { } name || table.Text("DatabaseName") is not { } database)
            return new RejectedStatement(place, "It is not a Glue table: it has no Name and DatabaseName.");
        var named = GlueNames.Of(table.Text("CatalogId"), null, database, name);
        var (parameters, view) = (table.Member("Parameters") ?? default, table.Text("TableType") is "VIRTUAL_VIEW" or "MATERIALIZED_VIEW");
        return new StatedAsset(place, named.Key)
        {
            Kind = view ? AssetKind.View : IsStream(table) ? AssetKind.Topic : AssetKind.Table,
            Names = [.. named.Names, .. view ? [] : Lies(table), .. Target(table)],
            Container = database.ToLowerInvariant(),
            Owners = table.Text("Owner") is { } owner ? [new AssetOwner(owner)] : [],
            Labels = parameters.Text("classification") is { } format ? [new AssetLabel(format, "format")] : [],
            Rows = parameters.Count("numRows") ?? parameters.Count("recordCount"),
            Bytes = parameters.Count("sizeKey") ?? parameters.Count("totalSize") ?? parameters.Count("rawDataSize"),
            LastAccess = Instant(table.Member("LastAccessTime")),
        };
    }

    public static CatalogueStatement Database(string place, JsonElement database) => database.Text("Name") is not { } name
        ? new RejectedStatement(place, "It is not a Glue database: it has no Name.")
        : new StatedAsset(place, CanonicalKey.Of("glue", database.Text("CatalogId"), QualifiedName.Of(name.ToLowerInvariant())))
        {
            Kind = AssetKind.Container
        };

    static IEnumerable<AssetName> Lies(JsonElement table)
    {
        if (Locations.Of(table.Member("StorageDescriptor", "Location")?.Text()) is { } lies) yield return lies;
    }

    /// <summary>A resource link is another name of a table that is shared from elsewhere.</summary>
    static IEnumerable<AssetName> Target(JsonElement table)
    {
        if (table.Member("TargetTable") is { } target && target.Text("Name") is { } name && target.Text("DatabaseName") is { } database)
            yield return new(NameScheme.Key, GlueNames.Of(target.Text("CatalogId"), target.Text("Region"), database, name).Key);
    }

    static bool IsStream(JsonElement table) => (table.Member("StorageDescriptor", "Parameters", "typeOfData")
        ?? table.Member("Parameters", "typeOfData"))?.Text() is "kinesis" or "kafka";

    /// <summary>The command line writes seconds in its first version and ISO 8601 in its second.</summary>
    static DateTimeOffset? Instant(JsonElement? time) => time switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var seconds) && seconds is > 0 and < 253_402_300_799 =>
            DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)),
        { ValueKind: JsonValueKind.String } text when DateTimeOffset.TryParse(text.GetString(), CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) && at.Year > 1970 => at,
        _ => null,
    };
}
