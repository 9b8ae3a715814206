namespace IncidentDesk.Cli.Tests.Assets;

public sealed class AssetVerbTests : CliTest
{
    readonly string _file = Path.GetTempFileName();

    [Fact]
    public async Task A_catalogue_is_imported_and_its_tables_are_linked_exposed_counted_and_taken_off()
    {
        await Done("declare", "Tables open");
        await File.WriteAllLinesAsync(_file, Enumerable.Range(0, 2_000)
            .Select(i => $"hive://warehouse/mci_{i % 7:00}.events_{i:00000},table,Ada")
            .Prepend("key,kind,owner").Append("no scheme,table,Ada"),
            TestContext.Current.CancellationToken);

        var imported = await Done("assets", "import", _file, "--source", "hive");
        Assert.StartsWith("2000 added, 0 updated, 0 unchanged.\nrejected:\n  line 2002, reason ", imported, StringComparison.Ordinal);
        Assert.StartsWith("0 added, 0 updated, 2000 unchanged.",
            await Done("assets", "import", _file, "--source", "hive"), StringComparison.Ordinal);
        Assert.StartsWith("INC-1: 2000 linked, 0 already linked",
            await Done("link", "1", "hive://warehouse/mci_*", "--exposed-from", "2026-06-01T00:00:00Z"), StringComparison.Ordinal);
        Assert.StartsWith("INC-1: 285 changed,",
            await Done("exposure", "1", "hive://warehouse/mci_06.*", "--disclosure", "not-evidence-at-hand"),
            StringComparison.Ordinal);
        Assert.Contains("285", await Done("assets", "count", "1", "disclosure"), StringComparison.Ordinal);
        Assert.StartsWith("key,kind,", await Done("assets", "export", "1"), StringComparison.Ordinal);
        Assert.StartsWith("INC-1: 2000 unlinked",
            await Done("unlink", "1", "--all", "--reason", "Wrong warehouse."), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assets_are_found_shown_and_linked_by_a_list_that_names_what_does_not_exist()
    {
        await Done("declare", "Tables open");
        await File.WriteAllTextAsync(_file, "key,kind\nhive://w/a.b,table\nhive://w/a.c,view\n", TestContext.Current.CancellationToken);
        await Done("assets", "import", _file);

        Assert.Matches(@"(?m)^hive://w/a\.c +view", await Done("assets", "search", "a.", "--kind", "view"));
        Assert.Matches(@"(?m)^key +hive://w/a\.b$", await Done("assets", "show", "hive://w/a.b"));
        Assert.Matches(@"1 linked, 0 already linked .*\nunmatched:\n  hive://w/a\.z\n",
            await Done("link", "1", "--keys", "hive://w/a.b", "--keys", "hive://w/a.z"));
        Assert.Matches(@"(?m)^hive://w/a\.b +to-be-determined", await Done("assets", "linked", "1"));
    }

    [Fact]
    public async Task A_list_in_a_file_is_previewed_then_linked_and_what_it_does_not_find_is_named_with_its_line()
    {
        await Done("declare", "Tables open");
        await File.WriteAllTextAsync(_file, "key,kind,owner\nhive://w/a.b,table,anna\nhive://w/a.c,view,\n",
            TestContext.Current.CancellationToken);
        await Done("assets", "import", _file);
        await File.WriteAllTextAsync(_file, "# seen in the ticket\nhive://w/a.b\nhive://w/a.z\n", TestContext.Current.CancellationToken);

        var preview = await Done("link", "1", "--file", _file, "--preview");
        Assert.StartsWith("1 would be linked, 0 are already linked. Nothing is linked yet.\n"
            + "\nNot found (1):\n  line 3: hive://w/a.z\n\nFor example:\nkey ", preview, StringComparison.Ordinal);
        Assert.Contains(
            "{}", (await Done("assets", "linked", "1", "--json")).Replace("{\"items\":[]}", "{}", StringComparison.Ordinal),
            StringComparison.Ordinal);
        var called = preview[(preview.IndexOf("--previewed ", StringComparison.Ordinal) + 12)..][..64];
        Assert.Matches(@"^INC-1: 1 linked, 0 already linked .*\nunmatched:\n  line 3: hive://w/a\.z\n",
            await Done("link", "1", "--file", _file, "--previewed", called, "--disclosure", "disclosed"));

        var refused = await Run("link", "1", "hive://*", "--file", _file);
        Assert.Contains("--pattern: Give either this or a list with --file, not both.", refused.Err, StringComparison.Ordinal);
        Assert.Contains("There is no file", (await Run("link", "1", "--file", _file + ".gone")).Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_is_saved_and_all_that_it_finds_is_linked()
    {
        await Done("declare", "Tables open");
        await File.WriteAllTextAsync(_file, "key,kind,owner\nhive://w/a.b,table,anna\nhive://w/a.c,view,\n",
            TestContext.Current.CancellationToken);
        await Done("assets", "import", _file);

        Assert.Matches("^Saved as search (\\d+) ", await Done("searches", "save", "Of Anna", "--owner", "anna"));
        var number = await Done("searches", "list", "--json") is var listed
            ? (string)System.Text.Json.Nodes.JsonNode.Parse(listed)!["items"]![0]!["search"]!.ToString()
            : "";
        Assert.Matches(@"(?m)^\d+ +Of Anna +owner anna ", await Done("searches", "list"));
        Assert.Contains("Found by the saved search “Of Anna” (owner anna).",
            await Done("link", "1", "--saved-search", number, "--preview"), StringComparison.Ordinal);
        Assert.StartsWith("INC-1: 1 linked", await Done("link", "1", "--saved-search", number), StringComparison.Ordinal);
        await Done("searches", "rename", number, "Anna");
        Assert.StartsWith($"Search {number} is deleted", await Done("searches", "delete", number), StringComparison.Ordinal);
        Assert.Equal("None.\n", await Done("searches", "list"));
    }

    [Fact]
    public async Task What_is_no_catalogue_takes_nothing_in()
    {
        await File.WriteAllBytesAsync(_file, [0x50, 0x4b, 3, 4, 0, 0xff], TestContext.Current.CancellationToken);

        var said = await Run("assets", "import", _file);

        Assert.NotEqual(Exit.Done, said.Code);
        Assert.Contains("Nothing was imported", said.Err, StringComparison.Ordinal);
        Assert.Equal("None.\n", await Done("assets", "search"));
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        File.Delete(_file);
        await base.DisposeAsync();
    }
}
