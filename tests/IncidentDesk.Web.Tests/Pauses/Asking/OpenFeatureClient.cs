using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentDesk.Web.Tests.Pauses.Asking;

/// <summary>
/// The published OpenFeature client of JavaScript in a process of its own, installed for the
/// test in exactly these versions.
/// </summary>
internal sealed class OpenFeatureClient : IAsyncDisposable
{
    static readonly Dictionary<string, string> Packages = new()
    {
        ["@openfeature/core"] = "1.12.0",
        ["@openfeature/ofrep-core"] = "0.1.4",
        ["@openfeature/ofrep-provider"] = "0.1.3",
        ["@openfeature/ofrep-web-provider"] = "0.4.3",
        ["@openfeature/server-sdk"] = "1.23.0",
        ["@openfeature/web-sdk"] = "1.10.0",
    };

    readonly Process _node;
    readonly string _folder;

    OpenFeatureClient(Process node, string folder) => (_node, _folder) = (node, folder);

    /// <summary>Skips the test, and says why, where there is no Node.js or its packages do not come.</summary>
    public static async Task<OpenFeatureClient> Start(Uri desk, string token, string script = "ofrep-client.mjs")
    {
        if (!OnPath("node") || !OnPath("npm"))
            Assert.Skip("node and npm are not installed; the OpenFeature client of JavaScript cannot ask.");
        var folder = Directory.CreateTempSubdirectory("incidentdesk-openfeature-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"),
            JsonSerializer.Serialize(new { @private = true, dependencies = Packages }));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Pauses", "Asking", script), Path.Combine(folder, script));
        using var install = Run("npm", folder, "install", "--no-audit", "--no-fund", "--no-package-lock",
            "--ignore-scripts", "--prefer-offline", "--fetch-retries", "0", "--fetch-timeout", "20000");
        var (said, wrong) = (install.StandardOutput.ReadToEndAsync(), install.StandardError.ReadToEndAsync());
        await install.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (install.ExitCode != 0) Assert.Skip($"npm could not install the OpenFeature client: {await wrong}{await said}");
        var node = Run("node", folder, script, desk.ToString().TrimEnd('/'), token);
        _ = node.StandardError.ReadToEndAsync();
        return new(node, folder);
    }

    public Task<JsonNode> Ask(string flag, bool fallback, object? context = null) =>
        Ask(new { flag, fallback, context = context ?? new { targetingKey = "etl-1" } });

    /// <summary>For the client that holds all flags: waits until the flag has this value, which it hears by itself.</summary>
    public Task<JsonNode> AskUntil(string flag, bool value) => Ask(new { flag, fallback = !value, until = value });

    public Task<JsonNode> Whole(string flag) =>
        Ask(new { flag, whole = true, fallback = new { state = "default" }, context = new { targetingKey = "etl-1" } });

    async Task<JsonNode> Ask(object question)
    {
        await _node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(question));
        await _node.StandardInput.FlushAsync();
        return JsonNode.Parse(await _node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
            ?? throw new EndOfStreamException("The client ended."))!;
    }

    static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    static Process Run(string program, string folder, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
    })!;

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _node.WaitForExitAsync();
        _node.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
