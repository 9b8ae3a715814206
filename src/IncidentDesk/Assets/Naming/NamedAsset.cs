namespace IncidentDesk.Assets.Naming;

/// <summary>An asset as one system's name for it tells it.</summary>
/// <param name="Key">Canonical; not necessarily one that the catalogue takes (it may be too long).</param>
/// <param name="Names">What else it is called; two assets that share one are one.</param>
/// <param name="Environment">Null for production, or when the name does not say.</param>
public sealed record NamedAsset(string Key, IReadOnlyList<AssetName> Names, string? Environment = null);
