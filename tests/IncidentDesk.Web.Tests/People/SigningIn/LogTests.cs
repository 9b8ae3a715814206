using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace IncidentDesk.Web.Tests.People.SigningIn;

/// <summary>What the log of the process says of those who knock: one line for each, with a place and without a secret.</summary>
public sealed class LogTests : HostTest
{
    readonly Lines _log = new();

    protected override void Arrange(WebApplicationBuilder builder) => builder.Logging.AddProvider(_log);

    [Fact]
    public async Task A_call_without_or_with_a_wrong_token_is_one_line_at_most_and_names_no_token()
    {
        _log.Said.Clear();
        Assert.Equal(401, (await Get(Anonymous, "/api/incidents")).Status);
        Assert.Empty(_log.Said);
        using var wrong = Client("idk_a-secret-that-is-wrong");

        Assert.Equal(401, (await Get(wrong, "/api/incidents")).Status);

        var line = Assert.Single(_log.Said);
        Assert.Contains("TokenRefused", line, StringComparison.Ordinal);
        Assert.Contains("from 127.0.0.1", line, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_sign_in_is_one_line_without_what_was_typed()
    {
        using var browser = new Browser(Address);
        await browser.Open("/sign-in");
        _log.Said.Clear();

        await browser.Send("sign-in", ("email", "typed@example.org"), ("password", "typed words"), ("code", "123123"));

        var line = Assert.Single(_log.Said);
        Assert.Contains("SignInFailed", line, StringComparison.Ordinal);
        Assert.DoesNotContain("typed", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_line_names_a_private_incident()
    {
        var made = await Post(Api, "/api/incidents", new { title = "Hidden", severity = "SEV2", visibility = "private" });
        await Get(Api, $"/api/incidents/{made.Body!["number"]}");
        _log.Said.Clear();

        await Get(Api, $"/api/incidents/{made.Body["number"]}/export");

        var line = Assert.Single(_log.Said);
        Assert.Contains("Exported", line, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"INC-|incident/\d|Private", line);
    }

    sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Said { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Said.Enqueue(formatter(state, exception));
        }

        public void Dispose() { }
    }
}
