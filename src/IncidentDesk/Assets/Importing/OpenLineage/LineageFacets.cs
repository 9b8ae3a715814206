using System.Text.Json;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.OpenLineage;

/// <summary>
/// Facets that name edges themselves, of whole datasets or of columns: <c>columnLineage</c> and <c>lineage</c>
/// (https://openlineage.io/spec/facets/1-0-0/LineageFacet.json). Columns count for the dataset they are in.
/// </summary>
internal static class LineageFacets
{
    /// <summary>From where data flows into a dataset, as its own facets say.</summary>
    /// <param name="job">Of the event; null where there is none.</param>
    public static IEnumerable<string> Into(JsonElement dataset, string key, string? job)
    {
        var facets = dataset.Member("facets") ?? default;
        var columns = facets.Member("columnLineage") is { } lineage
            ? lineage.Members("fields").SelectMany(f => f.Value.Items("inputFields"))
                .Concat(lineage.Items("dataset")).Select(i => Key(i, null)) : [];
        return columns.Concat(facets.Member("lineage") is { } told ? Sources(told, job) : []).OfType<string>().Where(from => from != key);
    }

    /// <summary>Edges that a job or one of its runs names, with their targets.</summary>
    public static IEnumerable<(string From, string To)> Of(JsonElement jobOrRun, string job)
    {
        foreach (var entry in jobOrRun.Member("facets", "lineage")?.Items("entries") ?? [])
            if (Key(entry, job) is { } target)
                foreach (var from in Sources(entry, job)) yield return (from, target);
    }

    static IEnumerable<string> Sources(JsonElement target, string? job) =>
        target.Items("inputs").Concat(target.Members("fields").SelectMany(f => f.Value.Items("inputs")))
            .Select(i => Key(i, job)).OfType<string>();

    /// <summary>A job without a name is the one of the event.</summary>
    static string? Key(JsonElement end, string? job)
    {
        var isJob = end.Text("type") == "JOB";
        if (!LineageEvent.Named(end)) return isJob ? job : null;
        var (@namespace, name) = (end.Text("namespace")!, end.Text("name")!);
        return isJob ? OpenLineageNames.Job(@namespace, name) : OpenLineageNames.Dataset(@namespace, name).Key;
    }
}
