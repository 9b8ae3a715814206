using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.Evidence.Importing;
using IncidentDesk.Assets.Evidence.Recording;
using IncidentDesk.Cli.Kit;

namespace IncidentDesk.Cli.Assets.Evidence;

/// <summary>Who could read, who did, and what the logs cover.</summary>
internal static class EvidenceVerbs
{
    const string Inc = "/api/incidents/{incident}";

    public static readonly IReadOnlyList<Verb> All =
    [
        new CommandVerb<RecordReaders>("evidence readers <incident> [pattern]",
            "INC-{incident}: recorded for {assets} assets (entry {position}).",
            hint: "choose them by pattern, --keys or --all"),
        new CommandVerb<RecordAccesses>("evidence accesses <incident> [pattern]",
            "INC-{incident}: recorded for {assets} assets (entry {position})."),
        new CommandVerb<RecordCoverage>("evidence coverage <incident> [pattern]",
            "INC-{incident}: recorded for {assets} assets (entry {position})."),
        new UploadVerb<ImportEvidence>("evidence import <incident> <file>",
            "?kind&file&replaces", "text/csv", "{rows} rows imported for {assets} assets (entry {position}).",
            hint: "--kind is readers, accesses or coverage"),
        new CommandVerb<WithdrawEvidence>("evidence withdraw <incident> <position>",
            "The evidence is withdrawn (entry {position}); its entry stays in the record."),
        new CommandVerb<SetContainment>("evidence contain <incident> <state> [pattern]",
            "INC-{incident}: {changed} set to {state}, {unchanged} unchanged (entry {position})."),
        new ReadVerb("evidence list <incident>",
            "List the entries that recorded evidence", $"{Inc}/evidence?asKnownAt", "position kind withdrawnBy says"),
        new ReadVerb("evidence summary <incident>",
            "Summarise who could read, who did, what the logs cover and what cannot be assessed",
            $"{Inc}/evidence/summary?group&asKnownAt"),
        new ReadVerb("evidence assets <incident>",
            "List linked assets with the assessment of their evidence",
            $"{Inc}/evidence/assets?q&finding&doubt&containment&contradicted&asKnownAt&after&limit",
            "key finding disclosure why contradiction"),
        new DownloadVerb("evidence export <incident>",
            "Export the assessment of the evidence as CSV", $"{Inc}/evidence/assets?format=csv&finding&asKnownAt"),
    ];
}
