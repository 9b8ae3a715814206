using System.Text;
using IncidentDesk.Assets.Importing;

namespace IncidentDesk.Tests.Assets.Importing.Files;

/// <summary>What a format reads out of a file, sorted by what it is.</summary>
internal sealed record Heard(IReadOnlyList<StatedAsset> Assets, IReadOnlyList<StatedEdge> Edges, IReadOnlyList<RejectedStatement> Untaken)
{
    public StatedAsset this[string key] => Assets.Single(a => a.Key == key);

    /// <summary>As <c>from > to</c>, with <c>by job</c> where there is one; sorted.</summary>
    public IEnumerable<string> Flows =>
        Edges.Select(e => $"{e.From} > {e.To}" + (e.Job is null ? "" : $" by {e.Job}")).Distinct().Order(StringComparer.Ordinal);

    public static Task<Heard> From(ICatalogueFormat format, string text, string name = "file.json") =>
        From(format, Encoding.UTF8.GetBytes(text), name);

    public static async Task<Heard> From(ICatalogueFormat format, byte[] bytes, string name = "file.json")
    {
        using var file = await Spooled.File(bytes, name);
        var told = format.Read(file).ToList();
        return new([.. told.OfType<StatedAsset>()], [.. told.OfType<StatedEdge>()], [.. told.OfType<RejectedStatement>()]);
    }

    public static async Task<Refusal> Refused(ICatalogueFormat format, string text, string name = "file.json")
    {
        using var file = await Spooled.File(Encoding.UTF8.GetBytes(text), name);
        return Assert.Throws<UnreadableException>(() => format.Read(file).ToList()).Why;
    }

    public static string Labels(StatedAsset asset) => string.Join(' ',
        asset.Labels!.Select(l => $"{l.Scheme}:{l.Value}{(l.Column is null ? "" : "/" + l.Column)}{(l.Propagated ? "*" : "")}"));

    public static string Owners(StatedAsset asset) =>
        string.Join(' ', asset.Owners!.Select(o => o.Role is null ? o.Name : $"{o.Name}={o.Role}"));
}
