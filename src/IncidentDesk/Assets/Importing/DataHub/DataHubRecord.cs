using System.Text;
using System.Text.Json;
using IncidentDesk.Assets.Importing.Files;
using IncidentDesk.Assets.Importing.JsonStreams;

namespace IncidentDesk.Assets.Importing.DataHub;

/// <summary>One record of a file: an entity and one or more of its aspects.</summary>
internal readonly record struct DataHubRecord(
    string Urn, IReadOnlyList<(string Name, JsonElement Value)> Aspects, bool Deleted, string? Problem)
{
    /// <summary>Null when it is no record of DataHub.</summary>
    public static DataHubRecord? Of(JsonElement json) => Snapshot(json) ?? Proposal(json);

    /// <summary>Metadata change event: <c>{"proposedSnapshot": {"…DatasetSnapshot": {"urn": …, "aspects": […]}}}</c>.</summary>
    static DataHubRecord? Snapshot(JsonElement json)
    {
        var snapshot = json.Member("proposedSnapshot").Members().Select(m => (JsonElement?)m.Value).FirstOrDefault()
            ?? (json.Member("aspects") is null ? null : json);
        if (snapshot?.Text("urn") is not { } urn) return null;
        var aspects = snapshot.Value.Items("aspects").SelectMany(a => ((JsonElement?)a).Members())
            .Select(m => (DataHubVocabulary.Aspect(m.Name), m.Value));
        return new(urn, [.. aspects], false, null);
    }

    /// <summary>Metadata change proposal, as the file sink writes it: one aspect, as JSON or as JSON in a string.</summary>
    static DataHubRecord? Proposal(JsonElement json)
    {
        if (json.Word("entityUrn") is not { } urn) return null;
        var name = json.Word("aspectName") ?? "";
        if (json.Text("changeType") is "DELETE" or "delete")
            return new(urn, [], name.Length == 0 || name.EndsWith("Key", StringComparison.Ordinal), null);
        if (json.Of("aspect") is not { } aspect) return new(urn, [], false, null);
        if (aspect.Member("json") is { } plain) return new(urn, [(name, plain)], false, null);
        var value = aspect.Of("value");
        if (value is { ValueKind: JsonValueKind.Object } structured) return new(urn, [(name, structured)], false, null);
        return value?.Text() is { } text ? Written(urn, name, text) : new(urn, [], false, null);
    }

    static DataHubRecord Written(string urn, string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            JsonElement.Parse(bytes, JsonFile.TakingAnyhow);
        }
        catch (JsonException)
        {
            return new(urn, [], false, $"The value of the aspect {SpooledFile.Shown(name)} is not valid JSON.");
        }
        return JsonElements.Try(bytes, out var value, out var problem) ? new(urn, [(name, value)], false, null)
            : new(urn, [], false, $"The value of the aspect {SpooledFile.Shown(name)} was left out. {problem}");
    }
}
