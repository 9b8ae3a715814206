namespace IncidentDesk.Assets.Importing;

/// <summary>Lineage as jobs tell it: what they read and what they write.</summary>
internal static class Flow
{
    /// <summary>
    /// A job with more pairs than this stands between its inputs and outputs itself; a thousand of
    /// each would be a million edges.
    /// </summary>
    const int MostPairs = 2_500;

    /// <summary>
    /// From each input to each output by the job; to the job where it writes nothing that is known,
    /// from it where it reads nothing.
    /// </summary>
    public static IEnumerable<StatedEdge> Through(
        string place, string job, IReadOnlyCollection<string> inputs, IReadOnlyCollection<string> outputs)
    {
        var pairs = inputs.Count > 0 && outputs.Count > 0 && (long)inputs.Count * outputs.Count <= MostPairs;
        return pairs
            ? from input in inputs from output in outputs where input != output select new StatedEdge(place, input, output) { Job = job }
            : inputs.Select(i => new StatedEdge(place, i, job)).Concat(outputs.Select(o => new StatedEdge(place, job, o)));
    }
}
