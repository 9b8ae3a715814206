using System.Text.Json;
using IncidentDesk.Assets.Importing.JsonStreams;

namespace IncidentDesk.Assets.Importing.OpenMetadata;

/// <summary>Tags and glossary terms of an entity and of what it is made of: columns, fields of messages, features.</summary>
internal static class OpenMetadataLabels
{
    const int Deepest = 32;

    /// <summary>Null when nothing in it speaks about tags at all.</summary>
    public static IReadOnlyList<AssetLabel>? Of(JsonElement entity)
    {
        if (entity.Member("tags") is null && !Fields(entity).Any()) return null;
        return [.. Tags(entity, null).Concat(Fields(entity).SelectMany(f => Field(f, "", 0))).Distinct()];
    }

    static IEnumerable<JsonElement> Fields(JsonElement entity) => entity.Items("columns").Concat(entity.Items("mlFeatures"))
        .Concat(entity.Member("messageSchema").GetValueOrDefault().Items("schemaFields"))
        .Concat(entity.Member("dataModel").GetValueOrDefault().Items("columns"));

    static IEnumerable<AssetLabel> Field(JsonElement field, string above, int depth)
    {
        var path = above + (field.Text("name") ?? "?");
        return depth == Deepest ? [] : Tags(field, path).Concat(field.Items("children").SelectMany(c => Field(c, path + ".", depth + 1)));
    }

    static IEnumerable<AssetLabel> Tags(JsonElement of, string? column)
    {
        foreach (var tag in of.Items("tags"))
            if (tag.Text("tagFQN") is { } name)
                yield return new(name, tag.Text("source") is "Glossary" ? "term" : "tag",
                    column, tag.Text("labelType") is "Derived" or "Propagated");
    }
}
