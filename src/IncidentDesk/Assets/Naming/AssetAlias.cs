using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Assets.Naming;

/// <summary>
/// A name by which an asset is known somewhere, other than its own key. Names of another environment than production end in
/// <c>#dev</c> as keys do, unless the scheme spells the environment itself.
/// </summary>
/// <param name="Asset">The asset, as it was when the name was learnt; read it through <see cref="Asset.MergedInto"/>.</param>
public sealed record AssetAlias(NameScheme Scheme, string Value, int Asset);

internal sealed class AssetAliasTable : IEntityTypeConfiguration<AssetAlias>
{
    public void Configure(EntityTypeBuilder<AssetAlias> table)
    {
        table.ToTable("AssetNames");
        table.ToTable("AssetNames");
        table.HasKey(n => new { n.Value, n.Scheme });
        table.HasIndex(n => n.Asset);
    }
}
