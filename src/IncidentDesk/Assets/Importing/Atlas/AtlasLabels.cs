using System.Text.Json;
using IncidentDesk.Assets.Importing.JsonStreams;

namespace IncidentDesk.Assets.Importing.Atlas;

/// <summary>Classifications, terms and free labels of an entity.</summary>
internal static class AtlasLabels
{
    public static bool IsColumn(JsonElement entity) => entity.Text("typeName") is { } type
        && (type.EndsWith("_column", StringComparison.Ordinal) || type.EndsWith("_field", StringComparison.Ordinal));

    public static bool HasAny(JsonElement entity) =>
        entity.Items("classifications").Any() || entity.Items("labels").Any() || Terms(entity).Any();

    public static IEnumerable<AssetLabel> Of(JsonElement entity, string? column)
    {
        if (entity.Text("status") is "DELETED" && column is not null) yield break;
        foreach (var one in entity.Items("classifications"))
            if (one.Text("typeName") is { } name && one.Text("entityStatus") is not ("DELETED" or "PURGED"))
                yield return new(name, "classification", column, Propagated(one, entity));
        foreach (var label in entity.Texts("labels")) yield return new(label, "label", column);
        foreach (var term in Terms(entity)) yield return new(term, "term", column);
    }

    /// <summary>A classification that came along lineage names the entity on which somebody put it.</summary>
    static bool Propagated(JsonElement classification, JsonElement entity) =>
        classification.Text("entityGuid") is { } origin && entity.Text("guid") is { } guid && origin != guid;

    static IEnumerable<string> Terms(JsonElement entity) =>
        (entity.Member("relationshipAttributes", "meanings") ?? entity.Member("meanings")).Items()
            .Where(m => m.Text("relationshipStatus") is not "DELETED").Select(m => m.Text("displayText")).OfType<string>();
}
