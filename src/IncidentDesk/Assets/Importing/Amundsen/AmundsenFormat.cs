using IncidentDesk.Assets.Importing.Csv;
using IncidentDesk.Assets.Importing.Files;

namespace IncidentDesk.Assets.Importing.Amundsen;

/// <summary>
/// The CSV files from which Amundsen's databuilder loads (https://www.amundsen.io/amundsen/databuilder): tables,
/// owners, badges, lineage and so on, each recognised by its header; one of them, or several in a zip.
/// </summary>
public sealed class AmundsenFormat : ICatalogueFormat
{
    public sealed record NotAmundsen(string File)
        : Refusal.Unreadable($"Nothing was imported. {File} contains no Amundsen CSV that the desk can read: "
            + "tables, owners, badges, change times, lineage or dashboards, detected by their first line.");

    public string Code => "amundsen";

    public string Words => "Amundsen databuilder files (CSV, or several in one zip)";

    /// <summary>Often one of the files comes alone.</summary>
    public bool IsComplete => false;

    public IEnumerable<CatalogueStatement> Read(CatalogueFile file)
    {
        var known = 0;
        foreach (var statement in file.Each(Read))
        {
            if (statement is not RejectedStatement { Reason: Unknown }) known++;
            yield return statement;
        }
        if (known == 0) throw new UnreadableException(new NotAmundsen(SpooledFile.Shown(file.Name)));
    }

    const string Unknown = "Its first line is not one that the desk can read.";

    static IEnumerable<CatalogueStatement> Read(CataloguePart part)
    {
        var reader = AmundsenRows.For(CsvTable.Header(part).ToHashSet(StringComparer.Ordinal));
        return reader is null ? [new RejectedStatement("line 1", Unknown)]
            : CsvTable.Rows(part).SelectMany(row => row.Problem is { } problem ? [new RejectedStatement(row.Place, problem)] : reader(row));
    }
}
