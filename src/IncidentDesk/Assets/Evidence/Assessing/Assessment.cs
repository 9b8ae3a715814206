using System.Globalization;
using IncidentDesk.Incidents;

namespace IncidentDesk.Assets.Evidence.Assessing;

/// <summary>
/// What the evidence on record comes to for one linked asset, as of an instant. That no access was found says something only where
/// somebody searched the whole time of exposure and complete logs cover it; else it cannot be assessed.
/// </summary>
public sealed record Assessment
{
    public required AccessAssessment Access { get; init; }
    public required Doubt Doubt { get; init; }

    /// <summary>Counted accesses, the sum over sources; two sources may have seen the same one.</summary>
    public long Actual { get; init; }
    public long Estimated { get; init; }

    /// <summary>How many searches could not say how many accesses there were.</summary>
    public int Unknown { get; init; }

    /// <summary>The time of exposure; null where its start is not on record. Without an end it runs to the instant of looking.</summary>
    public Period? Window { get; init; }

    /// <summary>How much of the window complete logs hold, and how much more logs with gaps.</summary>
    public TimeSpan Covered { get; init; }
    public TimeSpan CoveredWithGaps { get; init; }

    /// <summary>How much of the window was searched and found empty.</summary>
    public TimeSpan Searched { get; init; }

    /// <summary>The first stretch of the window that is covered by no complete log, or was not searched.</summary>
    public Period? FirstGap { get; init; }

    /// <summary>0 to 1; null where the window is not known.</summary>
    public double? Coverage => Window is { } window ? Covered / window.Length : null;

    /// <summary>In one line: what was found, and what it does not show.</summary>
    public string Why => Access switch
    {
        AccessAssessment.AccessFound => string.Create(CultureInfo.InvariantCulture,
            $"{Actual:N0} {(Actual == 1 ? "access" : "accesses")} found"
            + $"{(Estimated > 0 ? $", and about {Estimated:N0} more estimated" : "")}"
            + $"{(Unknown > 0 ? "; the number of further accesses is unknown" : "")}."),
        AccessAssessment.AccessLikely => string.Create(CultureInfo.InvariantCulture,
            $"About {Estimated:N0} {(Estimated == 1 ? "access is" : "accesses are")} estimated; none of them was found in a log."),
        AccessAssessment.NoAccessFound => "The whole exposure window was searched, and complete logs cover it.",
        _ => Doubt is Doubt.LogsShort or Doubt.SearchShort or Doubt.NoLog && Window is { } window ? Short(window) : Doubt.Words(),
    };

    string Short(Period window)
    {
        var (what, share) = Doubt is Doubt.SearchShort ? ("the search covers", Searched) : ("complete logs cover", Covered);
        var part = share == TimeSpan.Zero ? "none" : share.Lasting();
        var gap = FirstGap is { } g ? $"; the first gap is {Instants.Say(g.From)} to {Instants.Say(g.To)}" : "";
        return $"Of the exposure window of {window.Length.Lasting()}, {what} {part}{gap}.";
    }

    /// <summary>In what way the disclosure that somebody set says something else than the evidence; null where it does not.</summary>
    public string? Contradicts(Disclosure set) => (set, Access) switch
    {
        (Disclosure.Disclosed, AccessAssessment.NoAccessFound) =>
            Clash(set, "no access was found, and complete logs cover the whole exposure window"),
        (Disclosure.LikelyNoEvidence, AccessAssessment.NoAccessFound) =>
            Clash(set, "no access was found, and complete logs cover the whole exposure window"),
        (Disclosure.LikelyNoEvidence or Disclosure.NotEvidenceAtHand or Disclosure.CannotBeAssessed, AccessAssessment.AccessFound) =>
            Clash(set, "accesses were found"),
        (Disclosure.NotEvidenceAtHand, AccessAssessment.AccessLikely) => Clash(set, "accesses are estimated"),
        (Disclosure.NotEvidenceAtHand, AccessAssessment.CannotBeAssessed) => Clash(set, "it cannot be assessed"),
        (Disclosure.NotEvidenceAtHand, AccessAssessment.ToBeDetermined) => Clash(set, "no search of the logs is recorded"),
        (Disclosure.CannotBeAssessed, AccessAssessment.NoAccessFound) =>
            Clash(set, "it can be: no access was found, and complete logs cover the whole exposure window"),
        _ => null,
    };

    static string Clash(Disclosure set, string evidence) => $"Set to “{set.Words()}”, but according to the recorded evidence {evidence}.";

    /// <param name="asset">What is on record.</param>
    /// <param name="at">The instant of looking, UTC.</param>
    internal static Assessment Of(AssetEvidence asset, DateTimeOffset at)
    {
        Period? window = asset.ExposedFrom is { } from ? Stretch(from, asset.ExposedTo ?? at) : null;
        var (complete, partly) = (Logs(asset, LogState.Complete), Logs(asset, LogState.Gaps));
        var searches = asset.About(EvidenceKind.Accesses).ToList();
        var figures = searches.Select(s => s.Line.Figure).ToList();
        var assessed = new Assessment
        {
            Access = AccessAssessment.ToBeDetermined, Doubt = Doubt.NotSearched, Window = window,
            Actual = figures.Where(f => f.Is is Certainty.Actual).Sum(f => (long)f.Count!),
            Estimated = figures.Where(f => f.Is is Certainty.Estimate).Sum(f => (long)f.Count!),
            Unknown = figures.Count(f => f.Is is Certainty.Unknown || f is { Is: Certainty.Estimate, Count: 0 }),
        };
        if (window is { } time)
        {
            var (covered, gap) = time.HeldBy(complete);
            var (searched, unsearched) =
                time.HeldBy(searches.Where(s => s.Line.Figure is { Is: Certainty.Actual, Count: 0 }).Select(Known).OfType<Period>());
            assessed = assessed with
            {
                Covered = covered, CoveredWithGaps = time.HeldBy(complete.Concat(partly)).Held - covered,
                Searched = searched, FirstGap = gap ?? unsearched
            };
        }
        return assessed.Concluded(searches.Count > 0, asset.About(EvidenceKind.Coverage).Any(), complete.Count + partly.Count > 0);
    }

    Assessment Concluded(bool searched, bool logsLookedFor, bool logsThere) => this switch
    {
        { Actual: > 0 } => this with { Access = AccessAssessment.AccessFound, Doubt = Doubt.None },
        { Estimated: > 0 } => this with { Access = AccessAssessment.AccessLikely, Doubt = Doubt.None },
        // That there is nothing to search is known before anybody searches.
        _ when !searched => logsLookedFor && (!logsThere || (Window is not null && Covered + CoveredWithGaps == TimeSpan.Zero))
            ? Cannot(Doubt.NoLog)
            : this,
        { Unknown: > 0 } => Cannot(Doubt.NotCounted),
        { Window: null } => Cannot(Doubt.StartUnknown),
        _ when Covered + CoveredWithGaps == TimeSpan.Zero => Cannot(Doubt.NoLog),
        _ when Covered < Window!.Value.Length => Cannot(Doubt.LogsShort),
        _ when Searched < Window!.Value.Length => Cannot(Doubt.SearchShort),
        _ => this with { Access = AccessAssessment.NoAccessFound, Doubt = Doubt.None },
    };

    Assessment Cannot(Doubt doubt) => this with { Access = AccessAssessment.CannotBeAssessed, Doubt = doubt };

    static List<Period> Logs(AssetEvidence asset, LogState state) =>
        [.. asset.About(EvidenceKind.Coverage).Where(s => s.Piece.Says.Log == state).Select(Known).OfType<Period>()];

    /// <summary>Where no end was given, it went on when it was recorded; what came later nobody has said.</summary>
    static Period? Known((EvidencePiece Piece, EvidenceLine Line) said) =>
        said.Line.From is { } from && (said.Line.To ?? said.Piece.RecordedAt) is var to && to > from ? new(from, to) : null;

    /// <summary>An exposure without length was an exposure all the same.</summary>
    static Period Stretch(DateTimeOffset from, DateTimeOffset to) => new(from, to > from ? to : from.AddTicks(1));
}
