using IncidentDesk.Tests;

namespace IncidentDesk.Web.Tests.Surfaces.Twins;

/// <summary>What twins have in common: people, a catalogue, a register, and what is open to everybody.</summary>
/// <param name="Stranger">Token of somebody with every role who takes no part in anything private.</param>
/// <param name="Paula">Token of somebody with every role who does.</param>
/// <param name="PaulaId">Her person.</param>
/// <param name="Second">Token of the second person that a pause needs.</param>
/// <param name="SecondId">Their person.</param>
/// <param name="Quentin">Somebody who is named in commands.</param>
/// <param name="Spare">Id of a token that can be revoked.</param>
/// <param name="Open">Numbers of incidents about which nothing was said since.</param>
/// <param name="Marker">Number of the open incident that is written to when something must be heard.</param>
/// <param name="Exports">Of incidents from elsewhere: two open ones and a private one.</param>
internal sealed record Scene(string Stranger, string Paula, string PaulaId, string Second, string SecondId, string Quentin,
    string Spare, IReadOnlyList<int> Open, int Marker, IReadOnlyList<string> Exports)
{
    public const string MarkerPause = "beat", Subject = "watched";
    public const string All = "viewer, responder, comms, privacy, leadership, administrator";
    public static readonly DateTimeOffset Now = new(2026, 6, 12, 3, 10, 0, TimeSpan.Zero);

    public static readonly TestTemplate<Scene> Template = new(async connectionString =>
    {
        await using var desk = await Twin.Opened(() => Task.FromResult<TestDatabase>(new Lent(connectionString)));
        return await Fill(desk);
    });

    static async Task<Scene> Fill(Twin desk)
    {
        var api = desk.Administrator;
        var (stranger, _) = await desk.Joined("Stig Stranger", All);
        var (paula, paulaId) = await desk.Joined("Paula Participant", All);
        var (second, secondId) = await desk.Joined("Sam Second", "responder");
        var (_, quentin) = await desk.Joined("Quentin", "responder");
        var spare = await desk.Issued("viewer");
        await Imported(desk, "key,owner\nhive://w/logs.keys,ops\nhive://w/logs.screens,ops\n");
        await desk.Sent(api, "/api/reviews", new { key = Subject, name = "Capture", peopleData = "yes", labels = new[] { "staff" } });
        await desk.Sent(api, $"/api/reviews/{Subject}/records", new
        {
            kind = "people-data", document = "Review", sha256 = new string('a', 64), signer = "A. Archer", signedOn = "2026-03-09",
            outcome = "approved-with-conditions", conditions = new[] { "All may opt out" },
        });
        foreach (var key in new[] { MarkerPause, "spare" })
            await desk.Sent(api, "/api/pauses", new
            {
                key, target = "Capture", scope = "all", mode = "drain", reason = "Open", reviewBy = "2026-07-01T00:00:00Z",
                targets = new[] { "program:capture" },
            });
        var open = new List<int>();
        foreach (var title in new[] { "First", "Second", "Third", "Written to" })
            open.Add((int)(await desk.Sent(api, "/api/incidents", new { title }))["number"]!);
        return new(stranger, paula, paulaId, second, secondId, quentin, spare.Id, open[..3], open[3], await Exported());
    }

    static async Task Imported(Twin desk, string rows)
    {
        using var csv = new StringContent(rows, null, "text/csv");
        using var answer = await desk.Administrator.PostAsync(new Uri("/api/assets/imports", UriKind.Relative), csv);
        Assert.True(answer.IsSuccessStatusCode);
    }

    static async Task<IReadOnlyList<string>> Exported()
    {
        await using var elsewhere = await Twin.Opened(async () => (await TestTemplate.Schema.Copy()).Database);
        await Imported(elsewhere, "key\nhive://w/diaries.of_anna\n");
        var exports = new List<string>();
        foreach (var visibility in new[] { "open", "open", "private" })
        {
            var declared = await elsewhere.Sent(elsewhere.Administrator, "/api/incidents", new { title = "From afar", visibility });
            var number = declared["number"];
            // Names that no catalogue here knows come with it.
            await elsewhere.Sent(elsewhere.Administrator, $"/api/incidents/{number}/assets", new { pattern = "*" });
            exports.Add(await elsewhere.Administrator.GetStringAsync(new Uri($"/api/incidents/{number}/export", UriKind.Relative)));
        }
        return exports;
    }

    /// <summary>The database that a template is made in belongs to the template.</summary>
    sealed class Lent(string connectionString) : TestDatabase
    {
        public override string ConnectionString => connectionString;
        public override Task<IReadOnlyList<string>> Holding(byte[] text) => throw new NotSupportedException();
        protected override IAsyncEnumerable<(string Table, IReadOnlyList<object> Row)> Rows() => throw new NotSupportedException();
        public override ValueTask DisposeAsync() => default;
    }
}
