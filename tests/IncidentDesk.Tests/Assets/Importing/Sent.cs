using System.Text;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.Checking;

namespace IncidentDesk.Tests.Assets.Importing;

/// <summary>A file as somebody sends it, for a reader alone.</summary>
internal sealed class Sent(params IReadOnlyList<CataloguePart> parts) : CatalogueFile
{
    public override string Name => parts.Count == 1 ? parts[0].Name : "sent.zip";

    public override IReadOnlyList<CataloguePart> Parts => parts;

    public static Sent Text(string text, string name = "sent.json") => Bytes(Encoding.UTF8.GetBytes(text), name);

    public static Sent Bytes(byte[] bytes, string name = "sent.json") => new(Part(bytes, name));

    public static CataloguePart Part(byte[] bytes, string name) => new(name, () => new MemoryStream(bytes, writable: false));

    public static CataloguePart Part(string text, string name) => Part(Encoding.UTF8.GetBytes(text), name);
}

internal static class StatementLists
{
    public static List<CatalogueStatement> Read(this ICatalogueFormat format, string text, string name = "sent.json") =>
        [.. StatementRules.Of(format.Read(Sent.Text(text, name)))];

    public static IEnumerable<StatedAsset> Assets(this IEnumerable<CatalogueStatement> told) => told.OfType<StatedAsset>();

    public static IEnumerable<string> Keys(this IEnumerable<CatalogueStatement> told) =>
        told.Assets().Select(a => a.Key).Distinct().Order(StringComparer.Ordinal);

    public static StatedAsset Asset(this IEnumerable<CatalogueStatement> told, string key) =>
        Assert.Single(told.Assets(), a => a.Key == key);

    /// <summary>Each as <c>from > to</c>, with <c>by job</c> where one moves it.</summary>
    public static IEnumerable<string> Edges(this IEnumerable<CatalogueStatement> told) =>
        told.OfType<StatedEdge>().Select(e => $"{e.From} > {e.To}{(e.Job is null ? "" : $" by {e.Job}")}")
            .Distinct().Order(StringComparer.Ordinal);

    public static IEnumerable<RejectedStatement> Untaken(this IEnumerable<CatalogueStatement> told) => told.OfType<RejectedStatement>();
}
