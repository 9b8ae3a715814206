using System.Globalization;
using IncidentDesk.Record;

namespace IncidentDesk.Assets.Events;

/// <summary>
/// A CSV was read in, as recorded until there were other formats and further counts; see
/// <see cref="CatalogueImported"/>.
/// </summary>
[EventName("assets-imported.1")]
public sealed record AssetsImported(
    [property: Wording] string Source, [property: Wording] string File, string Sha256,
    int Added, int Updated, int Unchanged, int Edges, int Stubs, int Rejected)
    : TimelineEvent, IDeskWide
{
    public override string Sentence() => string.Create(CultureInfo.InvariantCulture,
        $"Imported assets from {File}: {Added:N0} added, {Updated:N0} updated, {Unchanged:N0} unchanged, {Rejected:N0} rejected.");
}
