using IncidentDesk.Assets.Importing;

namespace IncidentDesk.Assets.Evidence.Importing;

/// <summary>A file of evidence as read, before anything of it is saved.</summary>
/// <param name="Name">As its sender calls it.</param>
/// <param name="Sha256">Of the bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Parts">What people wrote, each set of words once.</param>
public sealed record EvidenceRows(
    EvidenceKind Kind, string Name, string Sha256, [property: JudgedWhenRead] IReadOnlyList<EvidencePart> Parts,
    [property: JudgedWhenRead] IReadOnlyList<EvidenceRow> Rows, [property: JudgedWhenRead] IReadOnlyList<RejectedRow> Rejected)
{
    public static readonly EvidenceRows None = new(EvidenceKind.Readers, "", "", [], [], []);
}

/// <summary>What one row says of one asset.</summary>
/// <param name="Line">Where it stands in the file, from 1; the header counts.</param>
/// <param name="Part">Which words of the file are its.</param>
public sealed record EvidenceRow(int Line, int Part, string Key, DateTimeOffset? From, DateTimeOffset? To, Figure Figure);
