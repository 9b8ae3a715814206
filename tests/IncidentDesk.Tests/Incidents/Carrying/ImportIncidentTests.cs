using System.Text;
using System.Text.Json.Nodes;
using IncidentDesk.Pauses;
using IncidentDesk.Tests.Record;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Carrying;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.People.Events;
using IncidentDesk.Record;
using IncidentDesk.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Incidents.Carrying;

public sealed class ImportIncidentTests : DeskTest
{
    readonly Elsewhere _elsewhere = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await _elsewhere.InitializeAsync();
    }

    [Fact]
    public async Task What_was_exported_comes_in_entry_by_entry_and_goes_out_again_the_same()
    {
        var exported = await _elsewhere.Export();

        var outcome = await Do(new ImportIncident { File = await Intact(exported) }, Privacy);

        Assert.True(outcome.Done, outcome.Refusal?.Why);
        Assert.Equal((1, 1, 6), (outcome.Value.Number, outcome.Value.OriginNumber, outcome.Value.Position));
        var again = JsonNode.Parse(await Export(1))!;
        var first = JsonNode.Parse(exported)!;
        Assert.Equal(first["origin"]!.ToString(), again["origin"]!.ToString());
        Assert.Equal(first["entries"]!.AsArray().Select(e => e!.ToJsonString()),
            again["entries"]!.AsArray().Take(5).Select(e => e!.ToJsonString()));
        Assert.Equal("Imported as INC-1 from an export of INC-1 with 5 entries.", (await TimelineOf(1))[5].Sentence());
        Assert.True((await Read((db, _) => db.Incidents.SingleAsync(), Privacy)).Participants.Any(p => p.Person == Privacy.Person));
    }

    [Fact]
    public async Task A_private_incident_stays_private_and_its_importer_takes_part()
    {
        await _elsewhere.Declare("Diary", Visibility.Private);

        var imported = (await Do(new ImportIncident { File = await Intact(await _elsewhere.Export(2)) }, Privacy)).Value!;

        Assert.Equal((1, 2), (imported.Number, imported.OriginNumber));
        Assert.Equal(2, (await About(1)).OriginNumber);
        Assert.Equal(1, await Read((db, _) => db.Incidents.CountAsync(), Privacy));
        Assert.Equal(0, await Read((db, _) => db.Incidents.CountAsync(), Stranger));
    }

    [Fact]
    public async Task An_import_gets_a_new_number_and_keeps_its_old_one_beside_it()
    {
        await Done(new DeclareIncident { Title = "Ours" });
        await Done(new DeclareIncident { Title = "Ours, and private", Visibility = Visibility.Private });

        var outcome = await Do(new ImportIncident { File = await Intact(await _elsewhere.Export()) }, Admin);

        Assert.Equal((3, 1), (outcome.Value!.Number, outcome.Value.OriginNumber));
        Assert.Equal(1, (await About(3)).OriginNumber);
        Assert.Null((await About(1)).OriginNumber);
        var third = JsonNode.Parse(await Export(3))!;
        Assert.Equal("intact", await VerificationOf(third));
        third["number"] = 1;
        Assert.Contains("the file says INC-1, its entries say INC-3", await VerificationOf(third), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_incident_is_not_taken_in_twice()
    {
        var exported = await _elsewhere.Export();
        await Done(new ImportIncident { File = await Intact(exported) }, Privacy);

        Assert.Equal(new AlreadyHere("INC-1"), (await Do(new ImportIncident { File = await Intact(exported) }, Privacy)).Refusal);
        Assert.Equal(new AlreadyHere("INC-1"), (await Do(new ImportIncident { File = await Intact(await Export(1)) }, Admin)).Refusal);
    }

    /// <summary>Whatever is here and hidden: the importer gets the answer that an empty desk would give.</summary>
    [Fact]
    public async Task An_incident_that_is_here_but_hidden_from_the_importer_is_imported_like_any_other()
    {
        var exported = await _elsewhere.Export();
        var first = await Done(new ImportIncident { File = await Intact(exported) }, Privacy);
        await Done(new ChangeVisibility { Incident = first.Number, Visibility = Visibility.Private, Reason = "Names" }, Privacy);

        var again = await Do(new ImportIncident { File = await Intact(exported) }, Admin);

        Assert.Equal(first with { Number = 2 }, again.Value);
        Assert.Equal(new AlreadyHere("INC-2"), (await Do(new ImportIncident { File = await Intact(exported) }, Admin)).Refusal);
        Assert.Equal([2], await Read((db, _) => db.Incidents.Select(i => i.Number).ToListAsync(), Admin));
    }

    [Fact]
    public async Task A_pause_key_that_is_taken_here_keeps_the_incident_out()
    {
        await Done(new ProposePause { Key = "training", Target = "Ours", Scope = "all", Reason = "r", ReviewBy = Now.AddDays(1) });
        await _elsewhere.Pause("training");

        Assert.Equal(new PauseKeyTaken("training"),
            (await Do(new ImportIncident { File = await Intact(await _elsewhere.Export()) }, Privacy)).Refusal);
        Assert.Equal(0, await Read((db, _) => db.Incidents.CountAsync()));
    }

    [Fact]
    public async Task Only_privacy_and_administrators_import_and_only_a_file()
    {
        var file = await Intact(await _elsewhere.Export());

        Assert.IsType<Refusal.NotFound>((await Do(new ImportIncident { File = file }, Responder)).Refusal);
        Assert.IsType<Refusal.NotSignedIn>((await Do(new ImportIncident { File = file }, Actor.Nobody)).Refusal);
        Assert.Equal(["file"], Assert.IsType<Refusal.Invalid>((await Do(new ImportIncident(), Privacy)).Refusal).Fields.Keys);
    }

    [Fact]
    public async Task An_export_that_was_changed_is_refused_naming_the_entry()
    {
        var export = JsonNode.Parse(await _elsewhere.Export())!;
        export["entries"]![2]!["payload"] = """{"text":"Nothing happened"}""";

        var outcome = await IntactExport.From(Stream(export.ToJsonString()), default);

        Assert.Equal(new ChainBroken(3, "its content was changed."), outcome.Refusal);
    }

    [Theory]
    [InlineData("", "NotAnExport"), InlineData("{}", "NotAnExport"), InlineData("[1,2]", "NotAnExport"), InlineData("null", "NotAnExport")]
    [InlineData("\u0000\u0001PK\u0003", "NotAnExport"), InlineData(
        """{"format":"incidentdesk.export","version":2,"number":1,"origin":"","entries":[],"attachments":[]}""",
        "NotAnExport")]
    [InlineData("""{"format":"incidentdesk.export","version":1,"number":1,"origin":"","entries":[],"attachments":[]}""", "NotAnExport")]
    public async Task What_is_no_export_is_refused(string file, string refusal) =>
        Assert.Equal(refusal, (await IntactExport.From(Stream(file), default)).Refusal!.GetType().Name);

    [Fact]
    public async Task A_file_that_was_cut_off_says_so()
    {
        var whole = await _elsewhere.Export();

        Assert.IsType<NotAnExport>((await IntactExport.From(Stream(whole[..(whole.Length / 2)]), default)).Refusal);
    }

    [Fact]
    public async Task A_file_beyond_100_MB_is_refused_before_it_is_read_to_its_end()
    {
        await using var endless = new Endless();

        Assert.IsType<Refusal.TooLarge>((await IntactExport.From(endless, default)).Refusal);
        Assert.InRange(endless.Given, ExportFile.MostBytes, ExportFile.MostBytes + 1_000_000);
    }

    [Fact]
    public void A_kind_that_this_desk_does_not_know_is_named() =>
        Assert.Equal("Entry 2 is of the kind coffee-spilled.3",
            Between(Refused(new IncidentDeclared("t", Severity.Sev2, default, default), ("coffee-spilled.3", "{}")), "imported. ", ","));

    [Fact]
    public void People_and_rights_cannot_be_brought_in_with_an_incident()
    {
        var rights = (PersonInvited)Sample.Of(typeof(PersonInvited));
        Assert.Contains("person-invited.1",
            Refused(new IncidentDeclared("t", Severity.Sev2, default, default), rights), StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_that_are_not_as_the_desk_writes_them_are_refused()
    {
        var declared = new IncidentDeclared("t", Severity.Sev2, default, default);
        Assert.Contains("entry 1: the declaration of an incident", Refused(new UpdatePosted("t")), StringComparison.Ordinal);
        Assert.Contains("entry 2: the declaration of an incident", Refused(declared, declared), StringComparison.Ordinal);
        foreach (var odd in new Forged.Written[]
        {
            ("update-posted.1", "{ }"), ("update-posted.1", "{}"),
            ("update-posted.1", "no json"), ("update-posted.1", "null"), ("update-posted.1", ""),
            ("tasks-instantiated.1", """{"playbook":"p","name":"n"}"""),
            ("tasks-instantiated.1", """{"playbook":"p","name":"n","tasks":[{"id":"a","role":"comms"}]}"""),
        })
            Assert.Contains("entry 2: its content does not match", Refused(declared, odd), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_that_make_no_sense_together_are_refused_and_leave_nothing()
    {
        var forged = Forged.File(new IncidentDeclared("t", Severity.Sev2, default, default),
            (TimelineEvent)Sample.Of(EventNames.TypeOf("pause-ordered.1")));

        Assert.IsType<DoesNotAddUp>((await Do(new ImportIncident { File = await Intact(forged) }, Privacy)).Refusal);
        Assert.Equal(0, await Read((db, _) => db.Entries.CountAsync(e => e.Incident != null), Privacy));
    }

    static string Refused(params Forged.Written[] events) => IntactExport.From(Stream(Forged.File(events)), default).Result.Refusal!.Why;

    static string Between(string text, string from, string to) => text.Split(from)[1].Split(to)[0];

    static async Task<IntactExport> Intact(string export)
    {
        var read = await IntactExport.From(Stream(export), default);
        Assert.True(read.Done, read.Refusal?.Why);
        return read.Value;
    }

    static async Task<string> VerificationOf(JsonNode export) =>
        (await IntactExport.From(Stream(export.ToJsonString()), default)).Refusal?.Why ?? "intact";

    static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    Task<string> Export(int number) => Read((db, caller) => Written(db, caller, number), Privacy);

    static async Task<string> Written(IncidentDesk.Record.DeskDb db, Caller caller, int number)
    {
        using var file = new MemoryStream();
        var outcome = await IncidentExport.Write(db, caller, number, file, default);
        Assert.True(outcome.Done, outcome.Refusal?.Why);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    public override async ValueTask DisposeAsync()
    {
        await _elsewhere.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>Another desk, with one incident of five entries: a correction, a redaction, a privileged note.</summary>
    sealed class Elsewhere : DeskTest
    {
        private protected override TestTemplate<Cast> Beginning => Cast.Elsewhere;

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await Declare("Door open, \"wide\" <open>, 日本", Visibility.Open);
            await Done(new PostUpdate { Incident = 1, Text = "Anna closed it", Privileged = true });
            await Done(new CorrectEntry { Incident = 1, Position = 2, Text = "Anna shut it", Reason = "Words." }, Privacy);
            await Done(new RedactEntry { Incident = 1, Position = 2, Passage = "Anna", Reason = "Erasure." }, Privacy);
            await Done(new PostUpdate { Incident = 1, Text = "Quiet since", HappenedAt = Now.AddTicks(-1234567) });
        }

        public Task<Declared> Declare(string title, Visibility visibility) =>
            Done(new DeclareIncident { Title = title, Visibility = visibility }, visibility == Visibility.Private ? Privacy : null);

        public Task<Proposed> Pause(string key) =>
            Done(new ProposePause { Key = key, Incident = 1, Target = "Theirs", Scope = "all", Reason = "r", ReviewBy = Now.AddDays(1) });

        public Task<string> Export(int number = 1) => Read((db, caller) => Written(db, caller, number), Privacy);
    }

    /// <summary>Spaces without end, counted.</summary>
    sealed class Endless : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            Given += buffer.Length;
            return new(buffer.Length);
        }
    }
}
