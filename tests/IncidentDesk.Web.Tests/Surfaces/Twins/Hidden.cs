using System.Text.Json.Nodes;
using IncidentDesk.Record;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Web.Tests.Surfaces.Twins;

/// <summary>What is private on one of the twins, done by those who take part in it.</summary>
internal sealed class Hidden(Twin desk, Scene scene)
{
    readonly List<int> _numbers = [];

    public IReadOnlyList<int> Numbers => _numbers;
    public PrivateSteps Steps { get; private set; } = null!;

    /// <summary>Names each command as soon as it has been carried out.</summary>
    public async IAsyncEnumerable<string> Work()
    {
        using var paula = desk.As(scene.Paula);
        using var second = desk.As(scene.Second);
        foreach (var title in new[] { "First diary", "Second diary", "Third diary" })
        {
            _numbers.Add((int)(await desk.Sent(paula, "/api/incidents", new { title, visibility = "private" }))["number"]!);
            yield return "DeclareIncident";
        }
        await desk.Sent(paula, $"/api/incidents/{_numbers[2]}/participants", new { person = scene.SecondId });
        Steps = new(scene, _numbers);
        var onlooker = new Onlooker { Desk = desk, Scene = scene, Client = paula };
        string? search = null;
        foreach (var step in Steps.All)
        {
            var sent = step.Command == "WithdrawReviewSearch" ? step with { Body = new { search, reason = "Too early" } } : step;
            var answer = await onlooker.Send(sent, step.BySecond ? second : null);
            // It would not be private any more; that it is said again is refused.
            Assert.True(answer.Status < 300 || (step.Command, answer.Status) == ("ChangeVisibility", 409), $"{step.Command}: {answer}");
            if (step.Command == "RecordReviewSearch") search = (string)JsonNode.Parse(answer.Text)!["search"]!;
            yield return step.Command;
        }
        foreach (var number in _numbers)
            await desk.Sent(paula, $"/api/incidents/{number}/roles", new { role = "commander", person = scene.PaulaId });
        // It stays in force, and becomes overdue.
        await desk.Sent(paula, "/api/pauses", new
        {
            key = "hidden-due", incident = _numbers[2], target = "t", scope = "s", mode = "kill", reason = "r",
            reviewBy = "2026-06-12T03:14:00Z",
        });
        yield return "ProposePause";
        await desk.Sent(paula, "/api/pauses/hidden-due/order", new { });
        yield return "OrderPause";
        // Machines ask for it and see it running.
        await desk.Sent(paula, $"/ofrep/v1/evaluate/flags/paused:{PrivateSteps.Mci}", new { context = new { targetingKey = "etl-1" } });
        yield return "NoteAsks";
    }

    /// <summary>Waits until the desk has recorded that a hidden pause is overdue.</summary>
    public async Task Reminded(Func<TimeSpan, Task> advance)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var paula = Actor.Nobody with { Person = Guid.Parse(scene.PaulaId) };
        while (!await desk.Host.GetRequiredService<IncidentDesk.Door.Desk>().Read(paula, (db, _) => Task.FromResult(
            db.Entries.Any(e => e.Incident == _numbers[2] && e.Kind.StartsWith("pause-review-passed"))), late.Token))
        {
            await advance(TimeSpan.FromSeconds(10));
            await Task.Delay(20, late.Token);
        }
    }
}
