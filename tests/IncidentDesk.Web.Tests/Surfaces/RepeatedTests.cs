using System.Text.RegularExpressions;
using IncidentDesk.People.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>Every command about an incident, repeated under its key by somebody who may no longer see that incident.</summary>
public sealed class RepeatedTests : StepTest
{
    const int Hidden = 1, Never = 4711;

    [Fact]
    public async Task An_answer_about_a_hidden_incident_is_repeated_as_if_its_number_had_never_been_given()
    {
        using var second = await Colleague("Sam Second", "responder, privacy");
        var about = new List<Step>();
        foreach (var step in (await Ready()).All.Concat(Tied))
        {
            var first = await Send(step.BySecond ? second : Api, step.Path, step.Body, Key(step));
            Assert.True(first.Status is 200 or 201, $"{step.Command}: {first.Status} {first.Body}");
            if (!step.BySecond && (step.Path.StartsWith($"/api/incidents/{Hidden}/", StringComparison.Ordinal) || Tied.Contains(step)))
                about.Add(step);
        }
        Assert.True(about.Count > 25, $"Only {about.Count} commands are about the incident.");
        await Leave(second);

        foreach (var step in about)
        {
            var again = await Send(Api, step.Path, step.Body, Key(step));
            var never = Tied.Contains(step) ? null : await Send(Api, At(step.Path), step.Body);
            Assert.True(again.Status == 404, $"{step.Command} is repeated: {again.Status} {again.Body}");
            if (never is not null) Assert.Equal(never.Body.Replace($"INC-{Never}", $"INC-{Hidden}", StringComparison.Ordinal), again.Body);
        }
    }

    /// <summary>What is tied to the incident by a field, not by its address.</summary>
    static readonly IReadOnlyList<Step> Tied =
    [
        new("ProposePause", "/api/pauses", new
        {
            key = "tied", incident = Hidden, target = "Capture", scope = "all", mode = "kill",
            reason = "Open", reviewBy = "2026-08-01T00:00:00Z", targets = new[] { "program:capture" },
        }, ""),
        new("OrderPause", "/api/pauses/tied/order", new { }, ""),
        new("ReportSighting", "/api/pauses/tied/sightings", new { source = "etl-1" }, ""),
        new("ReportSighting again", "/api/pauses/tied/sightings", new { source = "etl-1" }, ""),
        new("VerifyPause", "/api/pauses/tied/verifications", new { text = "Nothing runs", lookedAt = "The scheduler" }, ""),
        new("RecordReviewSearch", "/api/reviews/capture/searches", new { kind = "dpia", searched = "The mail", incident = Hidden }, ""),
    ];

    async Task Leave(HttpClient second)
    {
        var person = (await Services.GetRequiredService<TokenMemory>().Present(Token, default))!.Actor.Person;
        var sam = (await Get(Api, "/api/people")).Body!["items"]!.AsArray().Single(p => (string)p!["name"]! == "Sam Second")!["id"]!;
        foreach (var (by, path, body) in new (HttpClient, string, object)[]
        {
            (Api, "participants", new { person = (string)sam! }), (Api, "visibility", new { visibility = "private", reason = "Names" }),
            (second, "participants/removal", new { person }),
        })
        {
            var (status, answer, _) = await Post(by, $"/api/incidents/{Hidden}/{path}", body);
            Assert.True(status == 200, $"{path}: {answer}");
        }
        Assert.Equal(404, (await Get(Api, $"/api/incidents/{Hidden}")).Status);
    }

    static string Key(Step step) => Tied.Contains(step) ? $"tied {step.Command}" : step.Command;

    static string At(string path) => Regex.Replace(path, @"/incidents/\d+", $"/incidents/{Never}");
}
