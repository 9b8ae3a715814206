namespace IncidentDesk.Assets.Evidence.Importing;

/// <summary>Why a whole file is refused.</summary>
public static partial class EvidenceCsv
{
    public sealed record MissingColumn(string Column, string Wanted)
        : Refusal.Unreadable(
            $"Nothing was imported. The first line must name the columns, separated by commas ({Wanted}); {Column} is missing.");

    public sealed record UnknownEvidenceColumn(string Column, string Wanted)
        : Refusal.Unreadable($"Nothing was imported. There is no column “{Column}”; the columns are {Wanted}. Rename it or leave it out.");

    public sealed record EvidenceColumnTwice(string Column)
        : Refusal.Unreadable($"Nothing was imported. The column {Column} occurs twice. Remove one.");

    /// <summary>Words are kept in the entry itself, where they can be redacted; an entry has to stay readable.</summary>
    public sealed record TooManyWords()
        : Refusal.Unreadable($"Nothing was imported. The file has more than {MostWords:N0} different combinations of words (group, "
            + "source, evidence, names). Use the same wording for the same facts, or send the file in parts.");

    public sealed record NothingTaken(int Line, string Reason)
        : Refusal.Rule($"Nothing was imported. No row of the file could be imported. The first problem is in line {Line}: {Reason}");

    public sealed record NoRows()
        : Refusal.Unreadable("Nothing was imported. The file has a header but no rows.");
}
