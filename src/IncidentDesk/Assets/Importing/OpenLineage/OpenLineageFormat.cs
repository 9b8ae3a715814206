using IncidentDesk.Assets.Importing.JsonStreams;

namespace IncidentDesk.Assets.Importing.OpenLineage;

/// <summary>Events as OpenLineage clients send them (https://openlineage.io/docs/spec): one, an array, or one behind the other.</summary>
public sealed class OpenLineageFormat : ICatalogueFormat
{
    public sealed record NoEvents(string Part)
        : Refusal.Unreadable($"Nothing was imported. {Part} contains no OpenLineage event; "
            + "an event has a job or a dataset. Check that it is the right file.");

    public string Code => "openlineage";

    public string Words => "OpenLineage events (JSON, or one event per line)";

    /// <summary>Events tell of the runs that were, not of all there is: what a later file does not name is not gone.</summary>
    public bool IsComplete => false;

    public IEnumerable<CatalogueStatement> Read(CatalogueFile file) => file.Parts.SelectMany(Read);

    static IEnumerable<CatalogueStatement> Read(CataloguePart part)
    {
        var events = 0;
        foreach (var found in JsonFile.Read(part, "$", "$[*]"))
        {
            var told = found.Rejected is { } rejected ? [rejected] : LineageEvent.Statements(found.Place, found.Element);
            foreach (var one in told) yield return one;
            if (found.Rejected is null && LineageEvent.IsOne(found.Element)) events++;
        }
        if (events == 0) throw new UnreadableException(new NoEvents(part.Name));
    }
}
