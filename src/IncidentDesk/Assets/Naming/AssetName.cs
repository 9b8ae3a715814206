namespace IncidentDesk.Assets.Naming;

/// <summary>Whose way of naming a name follows.</summary>
public enum NameScheme
{
    /// <summary>The desk's own canonical key, <c>platform://instance/qualified.name</c>.</summary>
    Key,

    /// <summary><c>namespace|name</c> as in https://openlineage.io/docs/spec/naming.</summary>
    OpenLineage,

    /// <summary>A whole <c>urn:li:…</c>.</summary>
    DataHub,

    /// <summary>A fully qualified name <c>service.database.schema.table</c>, parts with dots in quotes; or the UUID.</summary>
    OpenMetadata,

    /// <summary>A <c>unique_id</c> such as <c>model.shop.orders</c>.</summary>
    Dbt,

    /// <summary>A <c>qualifiedName</c> such as <c>db.table@cluster</c>; or the guid.</summary>
    Atlas,

    /// <summary>An ARN, or <c>catalog-id/database/table</c>.</summary>
    Glue,

    /// <summary><c>hive://gold.schema/table</c>.</summary>
    Amundsen,

    /// <summary>Where the bytes lie: <c>s3://bucket/path</c>, <c>hdfs://host/path</c>.</summary>
    Location,
}

/// <summary>One of the names an asset goes by, spelled as that system spells it.</summary>
public readonly record struct AssetName(NameScheme Scheme, string Value);
