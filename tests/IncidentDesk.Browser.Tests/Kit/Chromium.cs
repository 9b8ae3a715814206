[assembly: AssemblyFixture(typeof(IncidentDesk.Browser.Tests.Kit.Chromium))]

namespace IncidentDesk.Browser.Tests.Kit;

/// <summary>The Chromium of this machine, one for all tests. Nothing is downloaded: Playwright drives the one that is installed.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>In milliseconds; a machine may be slow, and what never comes is found out all the same.</summary>
    public const float Patience = 60_000;

    IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var executable = Find();
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = executable, Timeout = 2 * Patience,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        });
    }

    static string Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(
            "There is no chromium on the PATH, so no journey can be made. Run tests/run: it installs Chromium and then runs these tests.");

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
