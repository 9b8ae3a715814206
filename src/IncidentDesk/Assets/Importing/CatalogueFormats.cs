namespace IncidentDesk.Assets.Importing;

/// <summary>The formats this desk reads; each is found by being there.</summary>
public sealed class CatalogueFormats(IEnumerable<ICatalogueFormat> found)
{
    public IReadOnlyList<ICatalogueFormat> All { get; } = [.. found.OrderBy(f => f.Code, StringComparer.Ordinal)];

    /// <summary>Their codes, for a sentence.</summary>
    public string Codes => string.Join(", ", All.Select(f => f.Code));

    public ICatalogueFormat? Of(string? code) => All.FirstOrDefault(f => f.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
}
