using System.Text.Json;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.DataHub;

/// <summary>What records that follow each other say about one entity, put together.</summary>
internal sealed class DataHubEntity(string place, string urn, AssetKind kind, NamedAsset named)
{
    readonly List<AssetName> _names = [.. named.Names];
    readonly List<CatalogueStatement> _edges = [];
    List<AssetOwner>? _owners;
    List<AssetLabel>? _labels;
    AssetKind? _kind;
    AssetName? _location;
    bool _gone;
    (DateTimeOffset At, long? Rows, long? Bytes) _profile;
    DateTimeOffset? _access;

    public string Urn => urn;

    public IEnumerable<CatalogueStatement> Statements()
    {
        var what = _kind ?? kind;
        if (what is AssetKind.Table && _location is { } lies) _names.Add(lies);
        yield return new StatedAsset(place, named.Key)
        {
            Kind = what, Environment = named.Environment, Names = [.. _names.Distinct()],
            Owners = _owners, Labels = _labels?.Distinct().ToList(),
            PeopleData = _labels is null ? null : PeopleLabels.Say(_labels),
            Rows = _profile.Rows, Bytes = _profile.Bytes, LastAccess = _access, Gone = _gone,
        };
        foreach (var edge in _edges) yield return edge;
    }

    public void Delete() => _gone = true;

    public void Take(string aspect, JsonElement value)
    {
        switch (aspect)
        {
            case "ownership": Owners(value); break;
            case "globalTags": Labels(value, null); break;
            case "glossaryTerms": Labels(value, null); break;
            case "schemaMetadata": Fields(value.Each("fields")); break;
            case "editableSchemaMetadata": Fields(value.Each("editableSchemaFieldInfo")); break;
            case "status": _gone = value.Of("removed") is { ValueKind: JsonValueKind.True }; break;
            case "subTypes":
                _kind = value.Each("typeNames").Select(t => t.Text()).OfType<string>()
                    .Select(DataHubVocabulary.SubType).FirstOrDefault(k => k is not null) ?? _kind;
                break;
            case "viewProperties": _kind ??= AssetKind.View; break;
            case "datasetProperties": Lies(value); break;
            case "dataPlatformInstance": Instance(value); break;
            case "siblings": _names.AddRange(value.Urns("siblings").Select(s => new AssetName(NameScheme.DataHub, s))); break;
            case "datasetProfile": Profile(value); break;
            case "operation": Accessed(value.Instant("lastUpdatedTimestamp") ?? value.Instant("timestampMillis")); break;
            case "datasetUsageStatistics": Accessed(value.Instant("timestampMillis")); break;
            default: _edges.AddRange(DataHubLineage.Of(place, named.Key, aspect, value)); break;
        }
    }

    void Owners(JsonElement value)
    {
        _owners ??= [];
        foreach (var owner in value.Each("owners"))
            if (DataHubUrn.Parse(owner.Word("owner")) is { } who)
                _owners.Add(new(who.Type == "corpGroup" ? "team:" + Plain(who) : Plain(who), Role(owner)));
    }

    /// <summary>Newer files name the role by a URN and leave the old word at <c>NONE</c>.</summary>
    static string? Role(JsonElement owner) => owner.Word("type") is { } word and not ("NONE" or "CUSTOM") ? word
        : DataHubUrn.Parse(owner.Word("typeUrn")) is { Parts: [var role] }
            ? role.Replace("__system__", "", StringComparison.Ordinal).ToUpperInvariant()
        : null;

    void Fields(IEnumerable<JsonElement> fields)
    {
        foreach (var field in fields)
            if (field.Word("fieldPath") is { } path)
                foreach (var aspect in (string[])["globalTags", "glossaryTerms"])
                    if (field.Of(aspect) is { } labels) Labels(labels, DataHubVocabulary.Field(path));
    }

    void Labels(JsonElement value, string? column)
    {
        if (column is null || _labels is not null || value.Each("tags").Concat(value.Each("terms")).Any()) _labels ??= [];
        foreach (var tag in value.Each("tags")) Label(tag, "tag", column);
        foreach (var term in value.Each("terms")) Label(term, "term", column);
    }

    void Label(JsonElement label, string scheme, string? column)
    {
        if (DataHubUrn.Parse(label.Word(scheme == "tag" ? "tag" : "urn")) is { } urn)
            _labels!.Add(new(Plain(urn), scheme, column, Propagated(label)));
    }

    static bool Propagated(JsonElement label) =>
        label.Of("attribution")?.Of("sourceDetail")?.Word("propagated") == "true"
            || label.Word("context")?.Contains("\"propagated\"", StringComparison.Ordinal) == true;

    /// <summary>
    /// A dataset of one instance of its platform carries that in front of its name, where other
    /// catalogues have it before the slash.
    /// </summary>
    void Instance(JsonElement value)
    {
        if (value.Word("instance") is { } instance && DataHubNames.Of(urn, instance)?.Key is { } known && known != named.Key)
            _names.Add(new(NameScheme.Key, known));
    }

    /// <summary>Sources write it among the free properties, in upper or lower case.</summary>
    void Lies(JsonElement value)
    {
        var address = value.Of("customProperties").Members()
            .FirstOrDefault(p => p.Name.Equals("location", StringComparison.OrdinalIgnoreCase));
        if (address.Value.ValueKind is JsonValueKind.String && Locations.Of(address.Value.Text()) is { } lies) _location = lies;
    }

    static string Plain(DataHubUrn urn) => string.Join(',', urn.Parts);

    /// <summary>A series over time: the latest one counts.</summary>
    void Profile(JsonElement value)
    {
        var at = value.Instant("timestampMillis") ?? DateTimeOffset.MinValue;
        if (at >= _profile.At) _profile = (at, value.Whole("rowCount") ?? _profile.Rows, value.Whole("sizeInBytes") ?? _profile.Bytes);
    }

    void Accessed(DateTimeOffset? at)
    {
        if (at is not null && (_access is null || at > _access)) _access = at;
    }
}
