using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentDesk.Tests.House;
using IncidentDesk.Web.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>
/// Whoever takes no part in a private incident reads, at every address there is, what they would read if it had never been.
/// The stranger holds every role, the administrator's among them.
/// </summary>
public sealed partial class PrivateIncidentTests : ColleaguesTest
{
    static readonly DateTimeOffset Now = new(2026, 6, 12, 3, 10, 0, TimeSpan.Zero);
    readonly FakeTimeProvider _clock = new(Now);
    HttpClient _stranger = null!;
    string _colleague = "";

    protected override void Arrange(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(_clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _stranger = await Colleague("Stig Stranger", "viewer, responder, comms, privacy, leadership, administrator");
        _colleague = (string)(await Post(Api, "/api/people",
            new { name = "Paula Participant", email = "paula@example.org", roles = "responder" })).Body!["person"]!;
        await Post(Api, "/api/reviews",
            new { key = "capture", name = "Capture", peopleData = "yes", labels = new[] { "staff", "keystrokes" } });
        using var csv = new StringContent("key,owner\nhive://w/logs.keys,ops\nhive://w/logs.screens,ops\n", null, "text/csv");
        using var imported = await Api.PostAsync(new Uri("/api/assets/imports", UriKind.Relative), csv);
        Assert.True(imported.IsSuccessStatusCode);
    }

    [Fact]
    public void Every_address_that_can_be_read_has_its_place_in_these_tests() => Rule.Holds(
        Endpoints.Read(Services), template =>
            new[]
            {
                Places.OfOneIncident.ContainsKey(template), Places.OfManyThings.ContainsKey(template),
                Places.WithoutIncidents.ContainsKey(template)
            }.Count(there => there) == 1
                ? null : $"{template} can be read. Put it into Places, so that it is asked whether it keeps private incidents to itself.");

    [Fact]
    public void Every_place_is_still_an_address() => Rule.Holds(
        Places.OfOneIncident.Keys.Concat(Places.OfManyThings.Keys).Concat(Places.WithoutIncidents.Keys), template =>
            Endpoints.Read(Services).Contains(template) ? null : $"Nothing answers at {template} any more; take it out of Places.");

    [Fact]
    public async Task A_stranger_reads_of_a_private_incident_what_a_number_never_given_would_say()
    {
        await new Planted(Planting, _colleague).Plant();
        foreach (var place in Places.OfOneIncident.Values.SelectMany(p => p))
        {
            var missing = await Seen(_stranger, place, 4711);
            Assert.Equal(404, missing.Status);
            foreach (var number in Planted.Numbers)
            {
                var hidden = await Seen(_stranger, place, number);
                Assert.Equal(404, hidden.Status);
                Assert.Equal(missing.Text, hidden.Text);
                KeptQuiet(place, hidden);
            }
        }
    }

    [Fact]
    public async Task What_a_stranger_reads_of_everything_stays_as_it_was_before_there_were_private_incidents()
    {
        var places = Places.OfManyThings.Values.SelectMany(p => p).ToList();
        var before = new Dictionary<string, Answered>();
        var later = Now.AddMinutes(5); // By then, hidden pauses and tasks are overdue.
        _clock.AdjustTime(later);
        foreach (var place in places) before[place] = await Seen(_stranger, place);

        _clock.AdjustTime(Now);
        await new Planted(Planting, _colleague).Plant();
        await Reminded();

        _clock.AdjustTime(later);
        foreach (var place in places)
        {
            var after = await Seen(_stranger, place);
            KeptQuiet(place, after);
            Assert.True(before[place].Text == after.Text && after.Status == 200,
                $"{place} reads differently now:\n{before[place].Text}\n{after.Text}");
        }
    }

    /// <summary>Without this, the tests above would also pass over pages that show nothing to anybody.</summary>
    [Fact]
    public async Task Whoever_takes_part_reads_it_everywhere()
    {
        await new Planted(Planting, _colleague).Plant();
        var places = Places.OfOneIncident.Values.Concat(Places.OfManyThings.Values)
            .SelectMany(p => p).Where(p => !SaysNothing().IsMatch(p)).ToList();
        Assert.True(places.Count > 40);
        foreach (var place in places)
        {
            var seen = await Seen(Api, place, 1);
            Assert.True(seen.Status == 200, $"{place}: {seen.Status}");
            Assert.True(seen.Text.StartsWith("%PDF", StringComparison.Ordinal) || Tells(seen),
                $"{place} says nothing of it to somebody who takes part, so nothing was tested there:\n{seen.Text}");
        }
    }

    static bool Tells(Answered seen) => seen.Whole.Contains(Planted.Word, StringComparison.OrdinalIgnoreCase)
        || seen.Whole.Contains(Planted.Year, StringComparison.Ordinal);

    static void KeptQuiet(string place, Answered seen)
    {
        // What somebody looks for comes back to them in the search field.
        var told = seen.Whole.Replace($"q={Planted.Word}", "", StringComparison.Ordinal)
            .Replace($"value=\"{Planted.Word}\"", "", StringComparison.Ordinal);
        Assert.False(Tells(seen with { Whole = told }), $"{place} tells a stranger of it: {told}");
    }

    /// <summary>The desk itself has recorded that the reviews of the hidden pauses passed.</summary>
    async Task Reminded()
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        _clock.AdjustTime(Now.AddMinutes(5));
        foreach (var number in Planted.Numbers)
            while (!$"{(await Get(Api, Timeline(number))).Body}".Contains("overdue, still paused", StringComparison.Ordinal))
            {
                _clock.Advance(TimeSpan.FromSeconds(10));
                await Task.Delay(20, late.Token);
            }

        static string Timeline(int number) => $"/api/incidents/{number}/timeline?limit=500";
    }

    async Task<JsonNode> Planting(string path, object? body)
    {
        var (status, answer, _) = await Post(Api, path, body);
        Assert.True(status is 200 or 201, $"{path}: {answer}");
        return answer!;
    }

    async Task<Answered> Seen(HttpClient reader, string place, int number = 0)
    {
        var path = place.Replace("{n}", $"{number}", StringComparison.Ordinal)
            .Replace("{p}", $"hidden-{number}", StringComparison.Ordinal).Replace("{who}", _colleague, StringComparison.Ordinal);
        using var answer = await reader.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        var endless = answer.Content.Headers.ContentType?.MediaType == "text/event-stream";
        var text = endless ? "" : await answer.Content.ReadAsStringAsync();
        return new((int)answer.StatusCode, Settled(text, number), $"{answer.Headers}{answer.Content.Headers}{text}");
    }

    /// <summary>Without what is new in every answer, and without the number that was asked for.</summary>
    static string Settled(string text, int number) => OnceOnly().Replace(text, "")
        .Replace($"INC-{number}", "INC-", StringComparison.Ordinal).Replace($"hidden-{number}", "hidden-", StringComparison.Ordinal)
        .Replace($"/incidents/{number}", "/incidents/", StringComparison.Ordinal);

    [GeneratedRegex("""name="(__RequestVerificationToken|_key)"[^>]*value="[^"]*"|<!--Blazor-.*?-->""")]
    private static partial Regex OnceOnly();

    /// <summary>Addresses that name no incident to anybody, or nothing of its words.</summary>
    [GeneratedRegex(
        "^/(api/)?(assets|people$|sessions|tokens|account|playbooks|security-events)|^/incidents/declare|2001-01-01|group=owner"
        + "|/4000|/stream|^/api/.*/blast-radius|^/api/pauses/.*/(clients|overlaps|sightings)")]
    private static partial Regex SaysNothing();

    public override async ValueTask DisposeAsync()
    {
        _stranger.Dispose();
        await base.DisposeAsync();
    }

    sealed record Answered(int Status, string Text, string Whole);
}
