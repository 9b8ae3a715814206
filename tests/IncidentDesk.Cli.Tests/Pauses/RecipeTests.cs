using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace IncidentDesk.Cli.Tests.Pauses;

/// <summary>The recipes in playbooks/pausing, as they stand there, with the real command line against the running desk.</summary>
public sealed partial class RecipeTests : CliTest
{
    readonly string _folder = Directory.CreateTempSubdirectory("incidentdesk-recipe-").FullName;

    static string Tomorrow => DateTimeOffset.UtcNow.AddDays(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    string Ran => Path.Combine(_folder, "ran");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Program("incidentdesk", $"exec dotnet '{Path.Combine(AppContext.BaseDirectory, "IncidentDesk.Cli.dll")}' \"$@\"");
        foreach (var job in new[] { "nightly", "dbt" }) Program(job, $"touch '{Ran}'");
        foreach (var key in new[] { "free", "stopped" })
            await Done("pause", "propose", key, "--target", "Nightly run", "--scope",
                "everything", "--reason", "Open to everyone", "--review-by", Tomorrow);
        await Done("pause", "order", "stopped");
    }

    [Theory]
    [InlineData("cron.md", 2)]
    [InlineData("github-actions.md", 1)]
    [InlineData("dbt.md", 1)]
    [InlineData("kubernetes.md", 1)]
    public async Task A_job_runs_when_it_is_known_not_to_be_paused_and_never_otherwise(string recipe, int gates)
    {
        if (!File.Exists("/usr/bin/curl")) Assert.Skip("curl is not installed; the recipes ask with it.");
        var scripts = Gates(recipe);
        Assert.Equal(gates, scripts.Count);
        foreach (var script in scripts)
        {
            Assert.True(await RunsInTheEnd(script, "free"), script);
            Assert.False(await Runs(script, "stopped", Address), script);
            Assert.False(await Runs(script, "mistyped", Address), script);
            Assert.False(await Runs(script, "free", new("http://127.0.0.1:9")), script);
        }
    }

    [Fact]
    public async Task A_sighting_by_its_recipe_is_an_alarm()
    {
        if (!File.Exists("/usr/bin/curl")) Assert.Skip("curl is not installed; the recipe reports with it.");

        Assert.Equal(0, await Shell(
            Assert.Single(Blocks("README.md", "sh sighting")).Replace("KEY", "stopped", StringComparison.Ordinal), Address));

        Assert.Contains("nightly-7", await Done("pause", "sightings", "stopped"), StringComparison.Ordinal);
        Assert.Contains("seenRunning", await Done("pause", "show", "stopped", "--json"), StringComparison.Ordinal);
    }

    /// <summary>
    /// A gate gives up on a desk that does not answer within ten seconds, as it should; on a
    /// busy machine it has to ask again.
    /// </summary>
    async Task<bool> RunsInTheEnd(string script, string key)
    {
        for (var left = 6; left > 0; left--) if (await Runs(script, key, Address)) return true;
        return false;
    }

    async Task<bool> Runs(string script, string key, Uri desk)
    {
        File.Delete(Ran);
        await Shell(script.Replace("KEY", key, StringComparison.Ordinal)
            .Replace("/opt/jobs/nightly", "nightly", StringComparison.Ordinal), desk);
        return File.Exists(Ran);
    }

    async Task<int> Shell(string script, Uri desk)
    {
        var file = Path.Combine(_folder, "script.sh");
        await File.WriteAllTextAsync(file, script, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("sh", [file]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["INCIDENTDESK_URL"] = desk.ToString().TrimEnd('/');
        start.Environment["INCIDENTDESK_TOKEN"] = Token;
        using var shell = Process.Start(start)!;
        _ = shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        _ = shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return shell.ExitCode;
    }

    void Program(string name, string script)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>
    /// What stands between a job and its start; in the steps of a workflow and in an init container,
    /// followed by the job as its runner would.
    /// </summary>
    static List<string> Gates(string recipe) =>
    [
        .. Blocks(recipe, "sh gate"),
        .. Blocks(recipe, "yaml gate").Select(Yaml).Select(yaml => Scalars(yaml, "run") is { Count: > 0 } steps
            ? string.Join("\n", steps.Select(step => $"sh -e <<'STEP' || exit 1\n{step}\nSTEP"))
            : $"sh -c '{Scalars(yaml, "args").Single().Replace("'", "'\\''", StringComparison.Ordinal)}' && nightly"),
    ];

    static IEnumerable<string> Blocks(string recipe, string info) =>
        Fence().Matches(File.ReadAllText(Path.Combine(new DeskOptions().Playbooks, "pausing", recipe)))
            .Where(b => b.Groups[1].Value == info).Select(b => b.Groups[2].Value);

    static YamlNode Yaml(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return yaml.Documents[0].RootNode;
    }

    static List<string> Scalars(YamlNode yaml, string name) =>
    [
        .. yaml.AllNodes.OfType<YamlMappingNode>().SelectMany(m => m.Children).Where(c => c.Key is YamlScalarNode key && key.Value == name)
            .Select(c => c.Value is YamlSequenceNode list ? list.Children[0].ToString() : c.Value.ToString()),
    ];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex(@"^```([^\n]*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
