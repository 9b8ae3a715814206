using System.Reflection;
using System.Text.Json.Nodes;
using IncidentDesk.Tests.House;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>What holds for every command the API takes, tried on every one of them.</summary>
public sealed class CommandTests : StepTest
{
    /// <summary>The shape of every command, about people and tokens that there are not.</summary>
    static readonly Steps Shapes = new($"{Guid.NewGuid()}", $"{Guid.NewGuid()}", $"{Guid.NewGuid()}", "{}", "{}");

    [Fact]
    public void Every_command_the_api_takes_is_tried_here() => Rule.Holds(Endpoints.Commands(Services), served =>
        Shapes.All.Count(s => s.Command == served.Command.Name) == 1 ? null
            : $"{served.Command.Name} at {served.Template} needs one line in Steps.");

    [Fact]
    public void What_only_the_desk_sends_is_taken_nowhere() => Rule.Holds(
        typeof(IncidentDesk.Door.Desk).Assembly.GetTypes().Where(t => t.IsDefined(typeof(AllowSystemAttribute), inherit: false)),
        command => Endpoints.Commands(Services).FirstOrDefault(s => s.Command == command) is { Command: not null } served
            ? $"{served.Template} takes {command.Name}, which only the desk sends, to itself." : null);

    [Fact]
    public async Task A_repeated_key_repeats_the_answer_and_takes_no_other_request()
    {
        using var second = await Colleague("Sam Second", "responder");
        foreach (var step in (await Ready()).All)
        {
            var by = step.BySecond ? second : Api;
            var first = await Send(by, step.Path, step.Body, step.Command);
            Assert.True(first.Status is 200 or 201, $"{step.Command}: {first.Status} {first.Body}");

            var again = await Send(by, step.Path, step.Body, step.Command);
            Assert.Equal(ShowsASecret(step) ? (409, "shown-once") : (first.Status, null), (again.Status, CodeOf(again)));
            if (!ShowsASecret(step)) Assert.Equal(first, again);

            var other = step.Other is string and ['/', .. ] elsewhere
                ? await Send(by, elsewhere, step.Body, step.Command) : await Send(by, step.Path, step.Other, step.Command);
            Assert.True((422, "key-reused") == (other.Status, CodeOf(other)), $"{step.Command}: {other.Status} {other.Body}");
        }
    }

    [Fact]
    public async Task A_stranger_gets_for_a_hidden_incident_the_answer_a_number_never_given_gets()
    {
        for (var n = 0; n < 4; n++) await Post(Api, "/api/incidents", new { title = "Somebody read the diary", visibility = "private" });
        await Post(Api, "/api/incidents/4/statements", new { audience = "press", text = "diary" });
        await Post(Api, "/api/incidents/4/tasks", new { title = "diary" });
        await Post(Api, "/api/pauses", new
        {
            key = "hidden", incident = 4, target = "diary", scope = "s",
            mode = "drain", reason = "diary", reviewBy = "2026-07-01T00:00:00Z"
        });
        using var stranger = await Colleague("Stig Stranger", "viewer, responder, comms, privacy, leadership, administrator");
        var (paula, quentin) = ((string)(await Invited("Paula"))["person"]!, (string)(await Invited("Quentin"))["person"]!);
        var steps = new Steps(paula, quentin, paula, "{}", "{}").All;
        var before = await Get(Api, "/api/incidents/4/timeline?limit=500");

        foreach (var step in steps.Where(s => s.Path.Contains("/incidents/", StringComparison.Ordinal) && s.Command != "ImportIncident"))
            Same(step, await Send(stranger, At(step.Path, 4), step.Body), await Send(stranger, At(step.Path, 4711), step.Body));
        foreach (var step in steps.Where(s => s.Path.StartsWith("/api/pauses/", StringComparison.Ordinal)))
            Same(step, await Send(stranger, Of(step.Path, "hidden"), step.Body), await Send(stranger, Of(step.Path, "never"), step.Body));
        Same(null, await Tied(4), await Tied(4711));
        Assert.Equal(before.Body!.ToJsonString(), (await Get(Api, "/api/incidents/4/timeline?limit=500")).Body!.ToJsonString());

        static string At(string path, int number) =>
            System.Text.RegularExpressions.Regex.Replace(path, @"/incidents/\d+", $"/incidents/{number}");
        static string Of(string path, string key) =>
            path.Replace("/mci/", $"/{key}/", StringComparison.Ordinal).Replace("/spare/", $"/{key}/", StringComparison.Ordinal);
        Task<Answered> Tied(int incident) =>
            Send(stranger, "/api/pauses", new
            {
                key = $"tied-{incident}", incident, target = "t", scope = "s",
                mode = "drain", reason = "r", reviewBy = "2026-07-01T00:00:00Z"
            });
    }

    [Fact]
    public async Task Nothing_is_done_for_whoever_shows_no_token_or_one_that_was_revoked()
    {
        var spare = (await Post(Api, "/api/tokens", new { name = "Lost", roles = "administrator" })).Body!;
        using var revoked = Client((string)spare["secret"]!);
        Assert.Equal(200, (await Post(Api, $"/api/tokens/{spare["id"]}/revoke", null)).Status);

        foreach (var step in Shapes.All)
            foreach (var nobody in new[] { Anonymous, revoked })
            {
                var answer = await Send(nobody, step.Path, step.Body);
                Assert.True((401, "not-signed-in") == (answer.Status, CodeOf(answer)), $"{step.Command}: {answer.Status} {answer.Body}");
            }
    }

    static void Same(Step? step, Answered hidden, Answered missing)
    {
        Assert.True(hidden.Status == 404, $"{step?.Command}: {hidden.Status} {hidden.Body}");
        Assert.Equal(missing with { Body = Blank(missing.Body) }, hidden with { Body = Blank(hidden.Body) });

        static string Blank(string body) =>
            body.Replace("INC-4711", "INC-", StringComparison.Ordinal).Replace("INC-4", "INC-", StringComparison.Ordinal)
                .Replace("hidden", "", StringComparison.Ordinal).Replace("never", "", StringComparison.Ordinal);
    }

    bool ShowsASecret(Step step) =>
        Endpoints.Commands(Services).Single(c => c.Command.Name == step.Command).Command.IsDefined(typeof(AnswerShownOnceAttribute));

    static string? CodeOf(Answered answer) => answer.Body.Length > 0 ? (string?)JsonNode.Parse(answer.Body)!["code"] : null;
}
