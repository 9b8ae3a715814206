using System.Text.Json;
using IncidentDesk.Assets.Importing.Files;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.DataHub;

/// <summary>
/// What <c>datahub ingest</c> writes to a file
/// (https://docs.datahub.com/docs/metadata-ingestion/sink_docs/metadata-file): an array of change events (snapshots
/// with aspects) and change proposals (one aspect each), mixed as they come.
/// </summary>
public sealed class DataHubFormat : ICatalogueFormat
{
    public sealed record NotDataHub(string Part)
        : Refusal.Unreadable($"Nothing was imported. {Part} contains no DataHub record: neither proposedSnapshot "
            + "nor entityUrn. Create it with the file sink of datahub ingest and send that.");

    public string Code => "datahub";

    public string Words => "DataHub metadata file (JSON of the file sink)";

    public IEnumerable<CatalogueStatement> Read(CatalogueFile file) => file.Each(Read);

    /// <summary>Records of one entity mostly follow each other, so they are put together until another one begins.</summary>
    static IEnumerable<CatalogueStatement> Read(CataloguePart part)
    {
        DataHubEntity? entity = null;
        var records = 0;
        foreach (var found in JsonFile.Read(part, "$", "$[*]"))
        {
            if (found.Rejected is { } rejected)
            {
                // DataHub's own example holds such records; the member that is there twice is hardly ever one that is read.
                var anyhow = found.Element.ValueKind is JsonValueKind.Object;
                yield return anyhow
                    ? rejected with { Reason = rejected.Reason + " The record was imported; the last of the two counts." }
                    : rejected;
                if (!anyhow) continue;
            }
            if (DataHubRecord.Of(found.Element) is not { } record)
            {
                if (records == 0 && found.Element.ValueKind is not JsonValueKind.Object)
                    throw new UnreadableException(new NotDataHub(SpooledFile.Shown(part.Name)));
                yield return new RejectedStatement(found.Place,
                    "It is not a DataHub record: it has neither proposedSnapshot nor entityUrn.");
                continue;
            }
            records++;
            if (record.Urn != entity?.Urn)
            {
                foreach (var statement in entity?.Statements() ?? []) yield return statement;
                (entity, var problem) = Begun(found.Place, record.Urn);
                if (problem is not null) yield return problem;
            }
            if (record.Problem is not null) yield return new RejectedStatement(found.Place, record.Problem);
            Take(entity, record);
        }
        if (records == 0) throw new UnreadableException(new NotDataHub(SpooledFile.Shown(part.Name)));
        foreach (var statement in entity?.Statements() ?? []) yield return statement;
    }

    static (DataHubEntity? Entity, RejectedStatement? Problem) Begun(string place, string text)
    {
        if (DataHubUrn.Parse(text) is not { } urn) return (null, new(place, $"“{SpooledFile.Shown(text)}” is not a URN."));
        if (DataHubVocabulary.Kind(urn) is not { } kind) return (null, null);
        var named = DataHubNames.Of(text);
        var problem = named is null ? "Its parts do not match its kind." : AssetKey.Problem(named.Key);
        return problem is null ? (new(place, text, kind, named!), null)
            : (null, new(place, $"The URN “{SpooledFile.Shown(text)}” gives no key. {problem}"));
    }

    static void Take(DataHubEntity? entity, DataHubRecord record)
    {
        if (record.Deleted) entity?.Delete();
        foreach (var (name, value) in record.Aspects) entity?.Take(name, value);
    }
}
