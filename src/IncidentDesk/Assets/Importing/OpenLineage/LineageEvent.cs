using System.Globalization;
using System.Text.Json;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.OpenLineage;

/// <summary>What one event says: a run or a job with what it reads and writes, or a dataset by itself.</summary>
internal static class LineageEvent
{
    public static bool IsOne(JsonElement element) => Named(element.Member("job")) || Named(element.Member("dataset"));

    /// <summary>One event that is wrong says so and nothing else.</summary>
    public static IEnumerable<CatalogueStatement> Statements(string place, JsonElement element)
    {
        if (Named(element.Member("dataset")) && element.Member("dataset") is { } dataset) return Dataset(place, dataset);
        if (Named(element.Member("job")) && element.Member("job") is { } job) return Job(place, element, job);
        return [new RejectedStatement(place, element.ValueKind is JsonValueKind.Object
            ? "It is not an OpenLineage event: neither its job nor its dataset has a namespace and a name."
            : "It is not an OpenLineage event but a single value.")];
    }

    static IEnumerable<CatalogueStatement> Dataset(string place, JsonElement dataset)
    {
        var asset = DatasetFacets.Asset(place, dataset, null);
        return LineageFacets.Into(dataset, asset.Key, null).Distinct()
            .Select(from => new StatedEdge(place, from, asset.Key)).Prepend<CatalogueStatement>(asset);
    }

    static IEnumerable<CatalogueStatement> Job(string place, JsonElement element, JsonElement job)
    {
        var key = OpenLineageNames.Job(job.Text("namespace")!, job.Text("name")!);
        // Only a run touches data; what is said of a job beforehand is no access.
        var at = element.Member("run") is null ? null : Instant(element.Text("eventTime"));
        var lost = new List<CatalogueStatement>();
        var (inputs, outputs) = (Datasets(place, element, "inputs", at, lost), Datasets(place, element, "outputs", at, lost));
        var flow = Flow.Through(place, key, Keys(inputs), Keys(outputs)).ToList();
        var more = Explicit(element, job, key, outputs).Except(flow.Select(e => (e.From, e.To))).Where(e => e.From != e.To).ToList();

        // A run that touches nothing says nothing of data; schedulers send many such.
        if (inputs.Count + outputs.Count + more.Count > 0 || element.Member("run") is null) yield return JobAsset(place, job, key);
        foreach (var (_, asset) in inputs.Concat(outputs)) yield return asset;
        foreach (var edge in flow) yield return edge;
        foreach (var (from, to) in more) yield return new StatedEdge(place, from, to) { Job = from == key || to == key ? null : key };
        foreach (var untaken in lost) yield return untaken;
    }

    /// <summary>What facets of the job, of the run and of the outputs say beside that, column by column.</summary>
    static IEnumerable<(string From, string To)> Explicit(
        JsonElement element, JsonElement job, string key, List<(JsonElement Element, StatedAsset Asset)> outputs) =>
        LineageFacets.Of(job, key).Concat(LineageFacets.Of(element.Member("run") ?? default, key))
            .Concat(outputs.SelectMany(o => LineageFacets.Into(o.Element, o.Asset.Key, key).Select(from => (from, o.Asset.Key))));

    static List<(JsonElement Element, StatedAsset Asset)> Datasets(
        string place, JsonElement element, string side, DateTimeOffset? at, List<CatalogueStatement> lost)
    {
        var found = new List<(JsonElement, StatedAsset)>();
        foreach (var dataset in element.Items(side))
            if (Named(dataset)) found.Add((dataset, DatasetFacets.Asset(place, dataset, at)));
            else lost.Add(new RejectedStatement(place, $"One of its {side} has no namespace and name."));
        return found;
    }

    static List<string> Keys(IEnumerable<(JsonElement, StatedAsset Asset)> datasets) => [.. datasets.Select(d => d.Asset.Key).Distinct()];

    static StatedAsset JobAsset(string place, JsonElement job, string key)
    {
        var facets = job.Member("facets") ?? default;
        var dag = facets.Member("jobType", "jobType")?.Text() is "DAG" or "PIPELINE";
        return new(place, key)
        {
            Kind = dag ? AssetKind.Pipeline : AssetKind.Job,
            Owners = DatasetFacets.Owners(facets), Labels = DatasetFacets.Labels(facets)
        };
    }

    internal static bool Named(JsonElement? element) => element?.Text("namespace") is not null && element?.Text("name") is not null;

    static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
