using IncidentDesk.Tests.House;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>
/// Whatever people do, in whatever order: what any address of the API showed at an instant is what it shows later as known at that
/// instant.
/// </summary>
public sealed class EveryMomentTests : StepTest
{
    sealed record Shown(int Status, string Text);

    readonly SortedDictionary<DateTimeOffset, Dictionary<string, Shown>> _album = [];

    [Fact]
    public void Every_address_that_looks_back_is_asked_here() => Rule.Holds(
        Endpoints.Asking(Services, Moment.Field),
        template => Past.Views.ContainsKey(template) ? null : $"{template} looks back. Put it into Past.Views.");

    [Fact]
    public void Every_view_is_still_an_address() => Rule.Holds(
        Past.Views.Keys, template => Endpoints.Asking(Services, Moment.Field).Contains(template) ? null
            : $"{template} does not look back any more; take it out of Past.Views.");

    /// <param name="seed">Of the order of all commands.</param>
    /// <param name="part">Of the addresses, how many are looked at each moment: all of them once, some of them in another order.</param>
    [Theory, InlineData(1, 1.0), InlineData(2, 0.25)]
    public async Task What_was_shown_at_an_instant_is_what_was_known_then(int seed, double part)
    {
        var random = new Random(seed);
        using var second = await Colleague("Sam Second", "responder, leadership");
        var steps = (await Ready()).All;
        // An incident from another desk comes with the times of its own record, and a reader reads in the zone of today.
        string[] before = ["ImportIncident", "ChangeOwnProfile"];
        foreach (var step in steps.Where(s => before.Contains(s.Command))) Assert.True(await Carry(step, second), step.Command);
        var queues = Queues(steps.Where(s => !before.Contains(s.Command)));
        while (queues.Count > 0)
        {
            Clock.Advance(TimeSpan.FromMinutes(random.Next(0, 3) * random.Next(1, 360)));
            await Next(queues, random, second);
            var looked = Addresses.Where(_ => random.NextDouble() < part).ToList();
            _album[Clock.GetUtcNow()] = await Looked(looked, null);
        }
        Assert.True(_album.Count > 30, $"Only {_album.Count} moments.");

        Clock.Advance(TimeSpan.FromDays(40));
        var wrong = new List<(string Address, string Why)>();
        foreach (var (then, was) in _album)
            foreach (var (address, now) in await Looked(was.Keys, then))
                if (now != was[address] && !Past.IsOfToday(address, was[address].Status))
                    wrong.Add((address,
                        $"{address} as known at {then:u}:{Environment.NewLine}  was {was[address]}{Environment.NewLine}  is  {now}"));
        Assert.True(wrong.Count == 0,
            $"{wrong.Count} times. {string.Join(Environment.NewLine, wrong.DistinctBy(w => w.Address).Select(w => w.Why))}");
    }

    /// <summary>Each thing in its own order, the things mixed; what waits for another thing is tried again.</summary>
    async Task Next(List<Queue<Step>> queues, Random random, HttpClient second)
    {
        foreach (var queue in queues.OrderBy(_ => random.Next()).ToList())
        {
            if (!await Carry(queue.Peek(), second)) continue;
            queue.Dequeue();
            if (queue.Count == 0) queues.Remove(queue);
            return;
        }
        Assert.Fail($"None of these can be carried out: {string.Join(", ", queues.Select(q => q.Peek().Command))}.");
    }

    async Task<bool> Carry(Step step, HttpClient second)
    {
        var answer = await Send(step.BySecond ? second : Api, step.Path, step.Body);
        // Another queue has deactivated the person and lets them in again later.
        var waits = answer.Status == 400 && answer.Body.Contains("no active person", StringComparison.Ordinal);
        Assert.True(waits || answer.Status is < 400 or 403 or 404 or 409 or 422, $"{step.Command}: {answer.Status} {answer.Body}");
        return answer.Status < 400;
    }

    /// <summary>What names positions or conditions of one another stays in the order of <see cref="Steps"/>.</summary>
    static List<Queue<Step>> Queues(IEnumerable<Step> steps) => [.. steps.Concat(Tied).GroupBy(s => s.Path.Split('/', 5) switch
    {
        [_, _, "incidents", "1", ..] or [_, _, "assets", ..] => "the incident and its assets",
        [_, _, "pauses" or "reviews", ..] when !Tied.Contains(s) => "pauses and reviews",
        [_, _, "pauses" or "reviews", ..] => "the incident and its assets",
        [_, _, var thing, ..] => thing,
        _ => s.Path,
    }).Select(thing => new Queue<Step>(thing))];

    /// <summary>
    /// A pause and a search that belong to an incident, which the steps have none of, after
    /// all that is done to it there.
    /// </summary>
    static readonly IReadOnlyList<Step> Tied =
    [
        new("ProposePause", "/api/pauses", new
        {
            key = "tied", incident = 1, target = "Capture", scope = "all", mode = "kill",
            reason = "Open", reviewBy = "2026-08-01T00:00:00Z", targets = new[] { "program:capture" },
        }, ""),
        new("OrderPause", "/api/pauses/tied/order", new { }, ""),
        new("ReportSighting", "/api/pauses/tied/sightings", new { source = "etl-1" }, ""),
        new("VerifyPause", "/api/pauses/tied/verifications", new { text = "Nothing runs", lookedAt = "The scheduler" }, ""),
        new("ApproveResume", "/api/pauses/tied/resume-approvals", new { reason = "Fixed" }, ""),
        new("ResumePause", "/api/pauses/tied/resume", new { }, "") { BySecond = true },
        new("RecordReviewSearch", "/api/reviews/capture/searches", new { kind = "dpia", searched = "The mail", incident = 1 }, ""),
    ];

    static IEnumerable<string> Addresses => Past.Views.Values.SelectMany(v => v);

    async Task<Dictionary<string, Shown>> Looked(IEnumerable<string> addresses, DateTimeOffset? then)
    {
        var shown = new Dictionary<string, Shown>();
        foreach (var address in addresses)
        {
            var asked = then is { } at ? $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}"
                + $"{Moment.Field}={Uri.EscapeDataString(Instants.Write(at))}" : address;
            using var answer = await Api.GetAsync(new Uri(asked, UriKind.Relative));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode || (int)answer.StatusCode == 404, $"{asked}: {answer.StatusCode} {text}");
            // What there is not says so in words that name the moment.
            shown[address] = answer.IsSuccessStatusCode ? new((int)answer.StatusCode, Past.Of(address, text)) : new(404, "");
        }
        return shown;
    }
}
