using System.Text.Json;
using IncidentDesk.Assets.Importing.Files;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.DataHub;

/// <summary>The aspects that say where data flows; DataHub keeps most of them with the asset into which it flows.</summary>
internal static class DataHubLineage
{
    public static IEnumerable<CatalogueStatement> Of(string place, string key, string aspect, JsonElement value)
    {
        var lost = new List<CatalogueStatement>();
        var edges = aspect == "dataJobInputOutput" ? Job(place, key, value, lost)
            : Keys(place, Sources(aspect, value), lost).Select(from => new StatedEdge(place, from, key));
        return [.. edges, .. lost];
    }

    static IEnumerable<string> Sources(string aspect, JsonElement value) => aspect switch
    {
        "upstreamLineage" => value.Urns("upstreams", "dataset"),
        "chartInfo" => value.Urns("inputs").Concat(value.Urns("inputEdges", "destinationUrn")),
        "dashboardInfo" => value.Urns("charts").Concat(value.Urns("chartEdges", "destinationUrn")).Concat(value.Urns("datasets"))
            .Concat(value.Urns("datasetEdges", "destinationUrn")).Concat(value.Urns("dashboards", "destinationUrn")),
        "trainingData" or "mlModelTrainingData" => value.Urns("trainingData", "dataset"),
        "mLModelProperties" or "mlModelProperties" => value.Urns("mlFeatures").Concat(value.Urns("trainingJobs")),
        "mLModelGroupProperties" or "mlModelGroupProperties" => value.Urns("trainingJobs"),
        "mLFeatureProperties" or "mlFeatureProperties" or "mLPrimaryKeyProperties" or "mlPrimaryKeyProperties" => value.Urns("sources"),
        "mLFeatureTableProperties" or "mlFeatureTableProperties" => value.Urns("mlFeatures").Concat(value.Urns("mlPrimaryKeys")),
        _ => [],
    };

    static IEnumerable<StatedEdge> Job(string place, string key, JsonElement value, List<CatalogueStatement> lost)
    {
        var inputs = Keys(place, value.Urns("inputDatasets").Concat(value.Urns("inputDatasetEdges", "destinationUrn")), lost);
        var outputs = Keys(place, value.Urns("outputDatasets").Concat(value.Urns("outputDatasetEdges", "destinationUrn")), lost);
        var before = Keys(place, value.Urns("inputDatajobs").Concat(value.Urns("inputDatajobEdges", "destinationUrn")), lost);
        return Flow.Through(place, key, inputs, outputs).Concat(before.Select(job => new StatedEdge(place, job, key)));
    }

    static List<string> Keys(string place, IEnumerable<string> urns, List<CatalogueStatement> lost)
    {
        var keys = new List<string>();
        foreach (var urn in urns.Distinct())
            if (DataHubNames.Of(urn) is { } named) keys.Add(named.Key);
            else lost.Add(new RejectedStatement(place,
                $"Its lineage names “{SpooledFile.Shown(urn)}”, which is not the name of an asset."));
        return keys;
    }
}
