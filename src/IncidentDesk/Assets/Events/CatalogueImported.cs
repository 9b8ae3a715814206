using System.Globalization;
using IncidentDesk.Record;

namespace IncidentDesk.Assets.Events;

/// <summary>
/// A catalogue was read in. Says which file and what came of it; the assets themselves are
/// source data and not kept here.
/// </summary>
/// <param name="Complete">The file named everything its source had; what it did not name is gone.</param>
/// <param name="Stubs">Assets known by name only, because an edge leads to them.</param>
/// <param name="Merged">Keys that turned out to be names of assets known under another one.</param>
[EventName("assets-imported.2")]
public sealed record CatalogueImported(
    [property: Wording] string Source, string Format, [property: Wording] string File, string Sha256, bool Complete,
    int Added, int Updated, int Unchanged, int Edges, int Stubs, int Gone, int EdgesGone, int Merged, int Rejected)
    : TimelineEvent, IDeskWide
{
    public override string Sentence()
    {
        (int Count, string What)[] counts =
        [
            (Added, "added"), (Updated, "updated"), (Unchanged, "unchanged"), (Edges, "new edges"),
            (Stubs, "known by name only"), (Gone, "gone"), (EdgesGone, "edges gone"),
            (Merged, "merged"), (Rejected, "rejected"),
        ];
        var told = counts.Where((c, i) => i < 3 || c.Count > 0)
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Count:N0} {c.What}"));
        return $"Imported assets of {Source} from {File}: {string.Join(", ", told)}.";
    }
}
