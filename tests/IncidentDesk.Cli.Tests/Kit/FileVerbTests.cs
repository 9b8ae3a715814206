using System.Net;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Cli.Kit;

namespace IncidentDesk.Cli.Tests.Kit;

/// <summary>Files that go to the desk, and documents that come from it.</summary>
public sealed class FileVerbTests : IDisposable
{
    static readonly DownloadVerb Report =
        new("report <incident>", "A report", "/api/incidents/{incident}/reports/{kind=summary}?format=pdf&asKnownAt");
    static readonly UploadVerb<ImportAssets> Import = new(
        "assets import <file>", "?format=csv&file&source", "text/csv", "{added} added, {updated} updated.");

    readonly string _folder = Directory.CreateTempSubdirectory("incidentdesk-cli-").FullName;

    string In(string name) => Path.Combine(_folder, name);

    [Fact]
    public async Task A_document_goes_into_the_file_that_was_named()
    {
        using var desk = new Stub(HttpStatusCode.OK, "application/pdf", [1, 2, 3]);
        await File.WriteAllTextAsync(In("r.pdf"), "an older one", TestContext.Current.CancellationToken);

        var said = await CliResult.By(["report", "INC-7", "--kind", "timeline", "--out", In("r.pdf")], http: desk, verbs: Report);

        Assert.Equal("/api/incidents/7/reports/timeline?format=pdf", desk.Asked.Single().Address);
        Assert.Equal((0, $"Written to {In("r.pdf")}, 3 bytes.\n"), (said.Code, said.Out));
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(In("r.pdf"), TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_document_that_is_no_text_is_never_poured_onto_the_terminal()
    {
        using var desk = new Stub(HttpStatusCode.OK, "application/pdf", [1, 2, 3]);

        var said = await CliResult.By(["report", "7"], http: desk, verbs: Report);

        Assert.Equal((Exit.Invalid, ""), (said.Code, said.Out));
        Assert.Contains("--out", said.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_goes_to_standard_output_as_it_is()
    {
        using var desk = new Stub(HttpStatusCode.OK, "text/markdown", "# INC-7\n"u8.ToArray());

        Assert.Equal("# INC-7\n", (await CliResult.By(["report", "7", "--format", "md"], http: desk, verbs: Report)).Out);
    }

    [Fact]
    public async Task A_refused_document_leaves_the_older_file_alone()
    {
        using var desk = new Stub(HttpStatusCode.NotFound, "application/problem+json",
            """{"detail":"There is no incident INC-7 here."}"""u8.ToArray());
        await File.WriteAllTextAsync(In("r.pdf"), "an older one", TestContext.Current.CancellationToken);

        var said = await CliResult.By(["report", "7", "--out", In("r.pdf")], http: desk, verbs: Report);

        Assert.Equal((Exit.NotFound, "There is no incident INC-7 here.\n"), (said.Code, said.Err));
        Assert.Equal("an older one", await File.ReadAllTextAsync(In("r.pdf"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_is_sent_as_it_lies_there_and_what_was_rejected_is_listed()
    {
        await File.WriteAllTextAsync(In("a.csv"), "key\nhive://w/a\nnonsense\n", TestContext.Current.CancellationToken);
        using var desk = new Stub("""{"added":1,"updated":0,"rejected":[{"line":3,"reason":"The key has no platform."}]}""");

        var said = await CliResult.By(["assets", "import", In("a.csv"), "--source", "hive export"], http: desk, verbs: Import);

        Assert.Equal(("/api/assets/imports?format=csv&file=a.csv&source=hive%20export", "text/csv", "key\nhive://w/a\nnonsense\n"),
            desk.Asked.Single());
        Assert.Equal((0, "1 added, 0 updated.\nrejected:\n  line 3, reason The key has no platform.\n"), (said.Code, said.Out));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_before_anything_is_sent()
    {
        using var desk = new Stub("{}");

        var said = await CliResult.By(["assets", "import", In("gone.csv")], http: desk, verbs: Import);

        Assert.Equal((Exit.Invalid, 0), (said.Code, desk.Asked.Count));
        Assert.Contains($"  <file>: There is no file {In("gone.csv")}.", said.Err, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
