using System.Text.Json;
using IncidentDesk.Assets.Importing.JsonStreams;

namespace IncidentDesk.Assets.Importing.Dbt;

/// <summary>
/// Tags and <c>meta</c> of a node and its columns. dbt has no word for data about people; projects
/// write <c>contains_pii: true</c> and the like. Newer versions moved tags and meta below
/// <c>config</c> and keep a copy where they were.
/// </summary>
internal static class DbtMeta
{
    static readonly HashSet<string> Classifying = new(StringComparer.OrdinalIgnoreCase)
    {
        "classification", "data_classification", "sensitivity", "confidentiality", "privacy", "data_privacy"
    };

    /// <summary>The meta of a node: its own, of its config, and of the source it belongs to.</summary>
    public static IReadOnlyList<JsonElement> Of(JsonElement node) =>
        [.. new[] { node.Member("meta"), node.Member("config", "meta"), node.Member("source_meta") }
            .OfType<JsonElement>().Where(m => m.ValueKind is JsonValueKind.Object)];

    public static IReadOnlyList<AssetLabel> Labels(JsonElement node, IReadOnlyList<JsonElement> meta)
    {
        var labels = Tags(node).Select(t => new AssetLabel(t, "tag")).Concat(meta.SelectMany(m => Stated(m, null)));
        foreach (var column in node.Members("columns"))
            labels = labels.Concat(Tags(column.Value).Select(t => new AssetLabel(t, "tag", column.Name)))
                .Concat(Of(column.Value).SelectMany(m => Stated(m, column.Name)));
        return [.. labels.Distinct()];
    }

    /// <summary>Yes where it or a column of it says so, no where it denies it as a whole.</summary>
    public static PeopleData? PeopleData(JsonElement node, IReadOnlyList<JsonElement> meta)
    {
        var columns = node.Members("columns").SelectMany(c => Of(c.Value));
        if (meta.Concat(columns).SelectMany(Marks).Any(m => m.Is)) return Assets.PeopleData.Yes;
        return meta.SelectMany(Marks).Any(m => !m.Is) ? Assets.PeopleData.No : null;
    }

    /// <summary>A name, an address, a list of those, or an object with both.</summary>
    public static IEnumerable<AssetOwner> Owner(JsonElement? owner, string role)
    {
        if (owner is not { } said) return [];
        if (said.ValueKind is JsonValueKind.Array) return said.EnumerateArray().SelectMany(o => Owner(o, role));
        var name = said.Text() ?? said.Text("name") ?? said.Text("email") ?? said.Texts("email").FirstOrDefault();
        return name is null ? [] : [new(name, role)];
    }

    static IEnumerable<string> Tags(JsonElement node) =>
        Several(node.Member("tags")).Concat(Several(node.Member("config", "tags"))).Distinct();

    static IEnumerable<string> Several(JsonElement? tags) =>
        tags?.Text() is { } one ? [one] : tags.Items().Select(t => t.Text()).OfType<string>();

    static IEnumerable<AssetLabel> Stated(JsonElement meta, string? column)
    {
        foreach (var (name, said) in Marks(meta))
            if (said) yield return new(name, "meta", column);
        foreach (var member in meta.EnumerateObject())
            if (Classifying.Contains(member.Name) && member.Value.Text() is { } value) yield return new(value, member.Name, column);
    }

    static IEnumerable<(string Name, bool Is)> Marks(JsonElement meta)
    {
        foreach (var member in meta.EnumerateObject())
            if (PeopleLabels.Say([new(member.Name)]) is not null && Truth(member.Value) is { } said) yield return (member.Name, said);
    }

    static bool? Truth(JsonElement value) => (value.ValueKind, value.Text()?.ToLowerInvariant()) switch
    {
        (JsonValueKind.True, _) or (_, "true" or "yes" or "y") => true,
        (JsonValueKind.False, _) or (_, "false" or "no" or "n" or "none") => false,
        _ => null,
    };
}
