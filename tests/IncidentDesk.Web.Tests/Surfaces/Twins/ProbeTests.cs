using System.Globalization;

namespace IncidentDesk.Web.Tests.Surfaces.Twins;

/// <summary>
/// Whatever anybody asks about a private incident is answered as for a number that was never given. 2,000 pairs of questions here,
/// always the same; INCIDENTDESK_PROBES says how many are wanted instead, INCIDENTDESK_PROBES_SEED which others.
/// </summary>
[Trait("On", "both databases")]
public sealed class ProbeTests : IAsyncLifetime
{
    static readonly int Pairs = Setting("INCIDENTDESK_PROBES") ?? 2_000, Seed = Setting("INCIDENTDESK_PROBES_SEED") ?? 1;

    /// <summary>It answers whoever knows the key, and says whether it is paused; see SECURITY.md.</summary>
    const string Answering = "/api/pauses/{key}/standing";

    readonly Dictionary<string, HttpClient> _callers = [];
    readonly Dictionary<int, int> _never = [];
    Twin _desk = null!;
    Hidden _hidden = null!;

    public async ValueTask InitializeAsync()
    {
        (_desk, var scene) = await Twin.Born();
        _hidden = new(_desk, scene);
        await foreach (var _ in _hidden.Work()) { }
        foreach (var role in Scene.All.Split(", "))
            _callers[role] = _desk.As((await _desk.Joined($"Only {role}", role)).Token);
        foreach (var machine in new[] { "asker", "lineage" }) _callers[machine] = _desk.As((await _desk.Issued(machine)).Secret);
        (_callers["every role"], _callers["set-up"]) = (_desk.As(scene.Stranger), _desk.Administrator);
        (_callers["nobody"], _callers["a token made up"]) = (_desk.As(null), _desk.As(new string('x', 43)));
        using var paula = _desk.As(scene.Paula);
        foreach (var number in _hidden.Numbers) _never[number] = await Never(paula, number);
    }

    [Fact]
    public async Task A_private_incident_answers_to_every_question_as_a_number_never_given_does()
    {
        var random = new Random(Seed);
        var sound = _hidden.Steps.All.GroupBy(s => s.Command).ToDictionary(g => g.Key, g => g.First().Body);
        var addresses = Endpoints.Read(_desk.Host).Select(t => (Template: t, Body: (object?)null))
            .Concat(Endpoints.Commands(_desk.Host).Select(c => (c.Template, Body: sound.GetValueOrDefault(c.Command.Name))))
            .Where(a => IsAboutOne(a.Template) && a.Template != Answering).ToList();
        Assert.True(addresses.Count > 80, $"Only {addresses.Count} addresses are about one incident or pause.");
        var (asked, statuses) = (new HashSet<string>(), new HashSet<int>());
        for (var pair = 0; pair < Pairs; pair++)
        {
            var (template, body) = addresses[pair % addresses.Count];
            var (who, by) = _callers.ElementAt(random.Next(_callers.Count));
            var number = _hidden.Numbers[random.Next(_hidden.Numbers.Count)];
            var probe = Probe.Of(random, template, body);
            var hidden = await probe.Ask(by, number, PrivateSteps.Mci);
            var missing = await probe.Ask(by, _never[number], "nobody-mci");
            Assert.True(hidden == missing, $"{who} can tell at pair {pair} of seed {Seed}:\n{probe}\n{hidden.Beside(missing)}");
            asked.Add(who + template);
            statuses.Add(hidden.Status);
        }
        // Questions that are all turned away at the door would prove nothing about what is behind it.
        Assert.Superset(new HashSet<int> { 400, 401, 404 }, statuses);
        Assert.True(asked.Count > Math.Min(Pairs / 3, _callers.Count * addresses.Count * 9 / 10),
            $"Only {asked.Count} callers and addresses.");
    }

    static bool IsAboutOne(string template) =>
        new[] { "/api/incidents/{", "/incidents/{", "/api/pauses/{key}", "/pauses/{Key}" }
            .Any(about => template.StartsWith(about, StringComparison.Ordinal));

    /// <summary>As long as that number, and given to nobody: she takes part in everything private.</summary>
    static async Task<int> Never(HttpClient paula, int number)
    {
        var length = $"{number}".Length;
        for (var other = (int)Math.Pow(10, length) - 1; $"{other}".Length == length; other--)
            if ((await Get(paula, $"/api/incidents/{other}")) == 404) return other;
        throw new InvalidOperationException($"Every number of {length} digits is given.");

        static async Task<int> Get(HttpClient by, string path)
        {
            using var answer = await by.GetAsync(new Uri(path, UriKind.Relative));
            return (int)answer.StatusCode;
        }
    }

    static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name),
        NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, caller) in _callers) caller.Dispose();
        await _desk.DisposeAsync();
    }
}
