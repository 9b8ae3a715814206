using System.Text.RegularExpressions;
using IncidentDesk.Record;

namespace IncidentDesk.Tests.House;

/// <summary>Code that looks past the filters sees private incidents: each such place is known, and why it tells nobody.</summary>
public sealed partial class SeeingTests
{
    /// <summary>How often a type looks past the filters of <see cref="DeskDb"/>, and why nothing private leaves it.</summary>
    static readonly Dictionary<string, (int Times, string Reason)> Past = new()
    {
        ["AgreeToAccessHandler"] = (1, "two people with the authority ask whether an incident is there, and one of them is let in"),
        ["WatcherAccess"] = (1, "finds who may watch an incident, and answers with that alone"),
        ["EvidenceBook"] = (1, "whoever asks has shown that they may see the incident; asking it for each row is dear"),
        ["HandOverRecheckHandler"] = (1, "asks whether another person may see the incident of a pause that its caller sees"),
        ["AssetMatching"] = (1, "names join keys of the whole catalogue; what an import says of them goes to nobody"),
        ["KeepSecurityEventsHandler"] = (1, "deletes what is old, whatever it is about, and answers with a count"),
        ["KeepsLastParticipant"] = (1, "an administrator is told that something private depends on a person, and not what"),
        ["LinkQueries"] = (1, "whoever asks has shown that they may see the incident; asking it for each row is dear"),
        ["LinkReachedHandler"] = (1, "links of an incident that its caller works on"),
        ["NoteAsksHandler"] = (1, "counts clients of every pause, private ones too, and answers with a number of asks"),
        ["PauseKeysTaken"] = (1, "the key of a pause exists once; an import is told the key alone"),
        ["PauseRegister"] = (1, "machines are told whether it is paused and not why, decision 21"),
        ["ParticipationQueries"] = (1, "takes numbers alone, and filters the incidents behind them by who reads"),
        ["ProposePauseHandler"] = (1, "the key of a pause exists once, and its refusal says so without the pause"),
        ["Recorder"] = (3, "projections fold what was recorded and followers act on it, whoever recorded it"),
        ["RegisterReviews"] = (1, "marks assets in memory; whoever searches sees those that they may see"),
        ["DueWorker"] = (1, "the desk asks whether anything is due, in any stream, and tells nobody"),
        ["RemindOfRecheckHandler"] = (1, "the desk reminds of every pause, and the reminder is hidden where the pause is"),
        ["TakeDueHandler"] = (1, "only the desk may send it"),
        ["AssetBatch"] = (2, "an import must know every key there is; ids are given once"),
        ["EdgeBatch"] = (1, "ids are given once"),
        ["TimelineScan"] = (2, "its caller was asked before, and what is privileged is filtered here"),
    };

    static readonly Dictionary<string, int> Found = Calls.In(typeof(DeskDb).Assembly)
        .Where(c => c.Called.Name is "IgnoreQueryFilters" or "SeeingAll" && c.By != typeof(DeskDb)).CountBy(c => c.By.Name).ToDictionary();

    [Fact]
    public void Every_look_past_the_filters_is_known_with_its_reason() => Rule.Holds(Found, found =>
        Past.GetValueOrDefault(found.Key).Times is var known && known == found.Value ? null
            : $"{found.Key} looks past the filters for private incidents {found.Value} times; Past knows of {known}. "
              + "Filter, or say there why nothing private leaves it.");

    [Fact]
    public void Every_reason_is_still_needed() => Rule.Holds(Past.Keys, name =>
        Found.ContainsKey(name) ? null : $"{name} looks past no filter any more; take it out of Past.");

    [Fact]
    public void No_page_and_no_endpoint_reads_past_the_filters_or_writes_by_itself() => Rule.Holds(
        Repository.Files("src/IncidentDesk.Web", ".cs", ".razor").Concat(Repository.Files("src/IncidentDesk.Cli", ".cs")), file =>
            PastTheDesk().Match(Repository.Text(file)) is { Success: true } found
                ? $"{file} says {found.Value}. Read with a query of the desk, write with a command." : null);

    [GeneratedRegex(@"\b(IgnoreQueryFilters|SeeingAll|SaveChanges|FromSql|ExecuteSql|SqlQuery|ExecuteDelete|ExecuteUpdate)")]
    private static partial Regex PastTheDesk();
}
