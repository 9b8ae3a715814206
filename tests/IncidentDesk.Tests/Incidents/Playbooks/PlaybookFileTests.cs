using CsCheck;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Playbooks;
using IncidentDesk.Tests.Incidents.Tasks;

namespace IncidentDesk.Tests.Incidents.Playbooks;

public sealed class PlaybookFileTests
{
    [Fact]
    public void A_playbook_is_read_as_it_is_written()
    {
        var playbook = PlaybookFile.Read("/somewhere/test.md", Shelf.Text("test", Shelf.Exposure));

        Assert.Equal(("test", "A test.", 10, "## Stop the harm"), (playbook.Id, playbook.Summary, playbook.Priority, playbook.Body));
        Assert.Equal([Severity.Sev0, Severity.Sev1, Severity.Sev2], playbook.Matches.Severities);
        Assert.Equal(new PlaybookTask("stop-the-access", "Close the access", TaskRole.Commander,
            TimeSpan.FromMinutes(30), "Do not wait for a list."), playbook.Tasks[0]);
        Assert.Equal(TimeSpan.FromMinutes(90), playbook.Tasks[1].Due);
    }

    [Fact]
    public void Line_ends_of_another_system_and_a_byte_order_mark_change_nothing() =>
        Assert.Equal(2, PlaybookFile.Read("test.md",
            "\uFEFF" + Shelf.Text("test", Shelf.Exposure).Replace("\n", "\r\n", StringComparison.Ordinal)).Tasks.Length);

    /// <summary>What is changed in a good file, the line at which it must be found, and a part of what is said.</summary>
    [Theory]
    [InlineData("---\nname: test", "name: test", 1, "three dashes")]
    [InlineData("---\n## Stop", "## Stop", 21, "do not end")]
    [InlineData("id: test\n", "id: other\n", 3, "must equal the file name, test")]
    [InlineData("summary: A test.\n", "", 2, "\"summary\" is missing")]
    [InlineData("summary: A test.", "summary: [a, b]", 4, "\"summary\" must be text")]
    [InlineData("summary: A test.", "summary: A test.\ncolour: red", 5, "\"colour\" is not known.")]
    [InlineData("kinds: [live, backfill]", "kinds: [live, rehearsal]", 6,
        "\"rehearsal\" is not known under \"kinds\". Choose from: live, drill, backfill.")]
    [InlineData("severities: [SEV0, SEV1, SEV2]", "severities: [SEV0, SEV9]", 7, "\"SEV9\" is not known")]
    [InlineData("words: [readable, exposed]", "words: readable", 8, "\"words\" must be a list")]
    [InlineData("words: [readable, exposed]", "word: [readable, exposed]", 6, "\"words\" is missing")]
    [InlineData("priority: 10", "priority: high", 9, "must be a whole number")]
    [InlineData("id: stop-the-access", "id: Stop it", 11, "a task id has")]
    [InlineData("id: tell-privacy", "id: stop-the-access", 16, "used twice")]
    [InlineData("role: privacy", "role: queen", 18, "\"queen\" is not known under \"role\"")]
    [InlineData("due: PT30M", "due: P1M", 14, "hours and minutes")]
    [InlineData("due: PT30M", "due: PT", 14, "hours and minutes")]
    [InlineData("detail: Do not wait for a list.", "details: x", 15, "\"details\" is not known.")]
    [InlineData("priority: 10", "priority: 10\npriority: 11", 10, "not YAML")]
    [InlineData("kinds: [live, backfill]", "kinds: [live, backfill", 7, "not YAML")]
    [InlineData("kinds: [live, backfill]", "kinds: !!binary [live]\n\tx", 7, "not YAML")]
    public void A_broken_playbook_is_refused_with_file_and_line(string good, string bad, int line, string why)
    {
        var text = Shelf.Text("test", Shelf.Exposure);
        Assert.Contains(good, text, StringComparison.Ordinal);

        var broken = Assert.Throws<BrokenPlaybookException>(
            () => PlaybookFile.Read("/somewhere/test.md", text.Replace(good, bad, StringComparison.Ordinal)));

        Assert.Contains(why, broken.Message, StringComparison.Ordinal);
        Assert.Equal(("test.md", line), (broken.File, broken.Line));
    }

    [Fact]
    public void However_a_file_is_damaged_it_is_read_or_refused_with_a_line_of_its_own()
    {
        var text = Shelf.Text("test", Shelf.Exposure);
        Gen.Select(Gen.Int[0, text.Length], Gen.Int[0, 12], Gen.String[Gen.Char["-:[]{}!&*|>'\"%@#,? \t\n\u0000\u00e9a1"], 0, 6])
            .Sample((at, cut, put) =>
            {
                var damaged = text.Remove(at, Math.Min(cut, text.Length - at)).Insert(at, put);
                try { Assert.Equal("test", PlaybookFile.Read("test.md", damaged).Id); }
                catch (BrokenPlaybookException broken) { Assert.InRange(broken.Line, 1, damaged.Split('\n').Length + 1); }
            }, iter: 5_000);
    }

    [Fact]
    public void Every_playbook_that_ships_is_whole()
    {
        var shelf = Shelf.At(Shelf.Shipped);

        Assert.Equal([], shelf.Broken.Select(b => b.Message));
        Assert.Equal(["ai-training-data", "drill", "external-breach", "internal-data-exposure", "vendor-incident"],
            shelf.All.Select(p => p.Id).Order(StringComparer.Ordinal));
        Assert.All(shelf.All, p => Assert.NotEmpty(p.Tasks));
        Assert.Equal("internal-data-exposure",
            shelf.Match(IncidentKind.Live, Severity.Sev2, "45,000 tables are readable by everyone", null)!.Id);
        Assert.Equal("drill", shelf.Match(IncidentKind.Drill, Severity.Sev5, "Autumn rehearsal", null)!.Id);
    }
}
