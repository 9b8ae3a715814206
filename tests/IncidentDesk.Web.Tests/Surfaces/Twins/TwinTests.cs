using System.Text.Json.Nodes;
using IncidentDesk.Tests.House;

namespace IncidentDesk.Web.Tests.Surfaces.Twins;

/// <summary>
/// Two desks that are the same but for what is private on one of them: who takes no part in it cannot tell them apart, whatever they
/// read, hear, are given or are refused. What they may be told is in SECURITY.md: whether a pause whose key they know is in force.
/// </summary>
[Trait("On", "both databases")]
public sealed class TwinTests : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    Onlooker _with = null!, _without = null!;
    Scene _scene = null!;

    public async ValueTask InitializeAsync()
    {
        (var with, _scene) = await Twin.Born();
        (var without, _) = await Twin.Born();
        (_with, _without) = (await Onlooker.At(with, _scene), await Onlooker.At(without, _scene));
        await Advance(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Every_stream_is_listened_to() => Rule.Holds(
        Endpoints.Read(_with.Desk.Host).Where(t => t.Split('/')[^1] is "stream" or "events"),
        t => Onlooker.Streams.Contains(t) ? null : $"{t} is a stream that an Onlooker does not listen to.");

    [Fact]
    public async Task A_stranger_cannot_tell_a_desk_from_one_on_which_nothing_private_was_ever_done()
    {
        await SameAll("before there is anything private");
        var (done, hidden) = (new HashSet<string>(), new Hidden(_with.Desk, _scene));
        await foreach (var command in hidden.Work())
        {
            done.Add(command);
            await Advance(TimeSpan.FromSeconds(1));
            await SameHeard(command);
            foreach (var place in Counting) await Same(place, command);
        }
        Rule.Holds(PrivateSteps.Commands,
            c => done.Contains(c.Name) ? null : $"{c.Name} can be about a private incident, and was not sent here.");
        // Hidden pauses are overdue by now, and the desk itself has said so.
        await Advance(TimeSpan.FromMinutes(5));
        await hidden.Reminded(Advance);
        await SameAll("after everything that can be done to a private incident");

        await SameAnswers(hidden);
        await SameAll("after the stranger has done everything, too");
        // Here already and hidden on one desk; its new number comes by chance, and shows up in all that follows.
        var import = new Step("ImportIncident", "/api/incidents/imports", _scene.Exports[2], "");
        Assert.Equal(Unnumbered(await _without.Send(import)), Unnumbered(await _with.Send(import)));
    }

    /// <summary>What a count, a tag or a cursor could be read from, looked at after each command.</summary>
    static readonly string[] Counting =
        ["/api/incidents", "/api/pauses?only=in-force", "/api/status", "/api/reviews", "/api/people", "/api/assets?q=hive", "/"];

    /// <summary>Refused about what is hidden on one desk and was never there on the other; accepted about everything else.</summary>
    async Task SameAnswers(Hidden hidden)
    {
        foreach (var step in hidden.Steps.All.Where(s => s.Command is not ("DeclareIncident" or "ImportIncident")))
            Assert.InRange(await Same(step with { BySecond = false }), 400, 499);
        foreach (var number in hidden.Numbers)
            foreach (var place in Places.OfOneIncident.Values.SelectMany(p => p))
                await Same(place.Replace("{n}", $"{number}", StringComparison.Ordinal)
                    .Replace("{p}", PrivateSteps.Mci, StringComparison.Ordinal), "about a hidden one");

        var steps = new Steps(_scene.SecondId, _scene.Quentin, _scene.Spare, _scene.Exports[0], "").All;
        var (taken, all) = (0, 0);
        foreach (var step in steps.Select(Public))
        {
            all++;
            if (await Same(step) < 300) taken++;
        }
        Assert.True(taken > all * 0.9, $"Only {taken} of {all} commands were carried out.");
        for (var n = 0; n < 5; n++) await Same(new("DeclareIncident", "/api/incidents", new { title = $"Next {n}" }, ""));
    }

    static Told Unnumbered(Told imported)
    {
        Assert.Equal(201, imported.Status);
        var number = JsonNode.Parse(imported.Text)!["number"];
        return imported.Without($"\"number\":{number},", $"INC-{number}", $"incidents/{number}");
    }

    /// <summary>The incidents of <see cref="Steps"/> have other numbers here.</summary>
    Step Public(Step step)
    {
        var path = step.Path;
        for (var n = 3; n > 0; n--)
            path = System.Text.RegularExpressions.Regex.Replace(path, $"/incidents/{n}(?=/|$)", $"/incidents/~{_scene.Open[n - 1]}");
        var body = step.Body;
        if (body is not string && System.Text.Json.JsonSerializer.SerializeToNode(body) is JsonObject said && said["into"] is { } into)
            body = new { into = _scene.Open[(int)into - 1] };
        // What was imported before takes the first position.
        path = path.Replace("~", "", StringComparison.Ordinal).Replace("/searches/2/", "/searches/3/", StringComparison.Ordinal);
        return step with { Path = path, Body = body };
    }

    async Task<int> Same(Step step)
    {
        using var with = _with.Desk.As(_scene.Second);
        using var without = _without.Desk.As(_scene.Second);
        var here = await _with.Send(step, step.BySecond ? with : null);
        var there = await _without.Send(step, step.BySecond ? without : null);
        Assert.True(here == there, $"{step.Command} at {step.Path} is answered otherwise:\n{here.Beside(there)}");
        return here.Status;
    }

    async Task Same(string place, string when)
    {
        var (here, there) = (await _with.Read(place), await _without.Read(place));
        Assert.True(here == there, $"{place} differs {when}:\n{here.Beside(there)}");
    }

    async Task SameAll(string when)
    {
        foreach (var place in Places.OfManyThings.Values.SelectMany(p => p)) await Same(place, when);
        foreach (var body in new object[] { new { }, new { context = new { keys = new[] { Scene.MarkerPause, "never" } } } })
            await Same(new("Asking", "/ofrep/v1/evaluate/flags", body, ""));
        // Twice: what was done before the first may be told after it.
        for (var twice = 0; twice < 2; twice++) await SameHeard(when);
    }

    /// <summary>Every stream says the same on both, up to something that was recorded just now.</summary>
    async Task SameHeard(string when)
    {
        var before = _without.Events;
        foreach (var onlooker in new[] { _with, _without }) await onlooker.Mark();
        using var late = new CancellationTokenSource(Patience);
        while (_with.Heard != _without.Heard || _without.Events.Zip(before, Marked).Contains(false))
        {
            Assert.False(late.IsCancellationRequested, $"{when}: a stranger hears\n{_with.Heard}\n-- instead of --\n{_without.Heard}");
            await Task.Delay(2);
        }

        static bool Marked(int now, int then) => now > then;
    }

    /// <summary>The clock of both.</summary>
    async Task Advance(TimeSpan by)
    {
        foreach (var onlooker in new[] { _with, _without })
        {
            onlooker.Desk.Clock.Advance(by);
            await onlooker.ShowUp();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _with.DisposeAsync();
        await _without.DisposeAsync();
    }
}
