using System.Text.Json;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.OpenLineage;
using IncidentDesk.Tests.Assets.Importing.Files;

namespace IncidentDesk.Tests.Assets.Importing.OpenLineage;

public sealed class OpenLineageSampleTests
{
    public static readonly TheoryData<string> Files =
    [
        "marquez_event_full.json", "marquez_event_dataset_event.json", "marquez_event_job_event.json",
        "marquez_food_delivery.template.json", "ol_dbt_postgres_build_events.json",
        "apples/1_pick_apples.json", "apples/2_apple_filling.json",
        "apples/3_apple_cider.json", "apples/5_apple_vinegar.json", "apples/6_apple_pie.json",
        "apples/7_pick_different_apples.json", "apples/8_apple_filling.json", "apples/9_apple_pie.json",
    ];

    [Theory, MemberData(nameof(Files))]
    public void A_file_of_events_is_read_as_a_few_lines_count_it(string file)
    {
        var bytes = Samples.Bytes($"openlineage/{file}");

        Assert.Equal(Count(bytes), Counted.Of(new OpenLineageFormat(), Sent.Bytes(bytes, file)));
    }

    [Fact]
    public void All_of_them_in_one_zip_are_read_as_one() =>
        Assert.True(Counted.Of(new OpenLineageFormat(),
            new Sent([.. Files.Select(f => Sent.Part(Samples.Bytes($"openlineage/{f.Data}"), f.Data))])) is { Assets: > 60, Untaken: 0 });

    [Fact]
    public void The_schema_of_events_is_no_event() =>
        Assert.IsType<OpenLineageFormat.NoEvents>(Assert.Throws<UnreadableException>(() =>
            new OpenLineageFormat().Read(Sent.Bytes(Samples.Bytes("openlineage/spec_OpenLineage_2-0-2.json"))).ToList()).Why);

    /// <summary>By hand: sets of names, nothing of the reader.</summary>
    static Counted Count(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        var (assets, edges, facets) = (new HashSet<string>(), new HashSet<(string, string, string)>(), new HashSet<string>());
        foreach (var e in json.RootElement.ValueKind is JsonValueKind.Array ? json.RootElement.EnumerateArray().ToArray()
            : [json.RootElement])
        {
            if (e.TryGetProperty("dataset", out var dataset)) assets.Add(Name(dataset));
            if (!e.TryGetProperty("job", out var named)) continue;
            var (job, inputs, outputs) = ("job " + Name(named), Side(e, "inputs"), Side(e, "outputs"));
            if (inputs.Length + outputs.Length > 0 || !e.TryGetProperty("run", out _)) assets.Add(job);
            assets.UnionWith(inputs.Concat(outputs).Select(Name));
            foreach (var i in inputs.Select(Name))
                edges.UnionWith(outputs.Length == 0 ? [(i, job, "")] : outputs.Select(Name).Where(o => o != i).Select(o => (i, o, job)));
            if (inputs.Length == 0) edges.UnionWith(outputs.Select(o => (job, Name(o), "")));
            foreach (var o in outputs)
                if (o.TryGetProperty("facets", out var f) && f.TryGetProperty("columnLineage", out var columns))
                    foreach (var field in columns.GetProperty("fields").EnumerateObject()
                        .SelectMany(c => c.Value.GetProperty("inputFields").EnumerateArray()))
                        if (Name(field) != Name(o)) edges.Add((Name(field), Name(o), job));
            foreach (var d in inputs.Concat(outputs))
                if (d.TryGetProperty("facets", out var f)) facets.UnionWith(f.EnumerateObject().Select(p => p.Name));
        }
        // None of these files has them, so nothing is to be counted; should one be exchanged, this says so.
        Assert.Empty(facets.Intersect(["ownership", "tags", "symlinks", "lineage"]));
        return new(assets.Count, edges.Count, 0, 0, 0);
    }

    static JsonElement[] Side(JsonElement e, string side) => e.TryGetProperty(side, out var list) ? [.. list.EnumerateArray()] : [];

    static string Name(JsonElement e) => $"{e.GetProperty("namespace")} {e.GetProperty("name")}";
}
