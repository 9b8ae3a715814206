using System.Diagnostics;
using System.Text;

namespace IncidentDesk.Web.Tests.Starting;

/// <summary>The desk as a process of its own, as somebody starts it at a terminal; ended by its own process id.</summary>
internal sealed class Started : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    readonly Process _process;
    readonly StringBuilder _out = new(), _error = new();

    Started(Process process) => _process = process;

    /// <summary>What it has printed so far.</summary>
    public string Out { get { lock (_out) return _out.ToString(); } }

    string Error { get { lock (_error) return _error.ToString(); } }

    public static Started With(string[] args, params (string Name, string Value)[] variables)
    {
        // With a umask that forbids nothing, so that the desk itself must close what it makes; exec keeps the process id.
        string[] run = OperatingSystem.IsWindows() ? ["dotnet"] : ["sh", "-c", "umask 000; exec dotnet \"$@\"", "dotnet"];
        var start = new ProcessStartInfo(run[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var arg in (string[])[.. run[1..], Path.Combine(AppContext.BaseDirectory, "IncidentDesk.Web.dll"),
            "--urls", "http://127.0.0.1:0", .. args])
            start.ArgumentList.Add(arg);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in variables) start.Environment[name] = value;
        var started = new Started(Process.Start(start)!);
        // Both are read all the time: a full pipe would stop the desk in the middle of a sentence.
        started._process.OutputDataReceived += (_, line) => Keep(started._out, line.Data);
        started._process.ErrorDataReceived += (_, line) => Keep(started._error, line.Data);
        started._process.BeginOutputReadLine();
        started._process.BeginErrorReadLine();
        return started;
    }

    static void Keep(StringBuilder kept, string? line)
    {
        if (line is not null) lock (kept) kept.AppendLine(line);
    }

    /// <summary>Waits until it has printed this.</summary>
    public async Task<string> Says(string words)
    {
        for (var began = Stopwatch.GetTimestamp(); !Out.Contains(words, StringComparison.Ordinal);)
        {
            if (_process.HasExited) Assert.Fail($"It ended with {_process.ExitCode}: {Out}{Error}");
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, $"It never said \"{words}\": {Out}");
            await Task.Delay(20);
        }
        return Out;
    }

    /// <summary>Whether it has taken this library into memory; Linux tells.</summary>
    public bool HasLoaded(string library) =>
        File.ReadLines($"/proc/{_process.Id}/maps").Any(l => l.Contains(library, StringComparison.OrdinalIgnoreCase));

    /// <summary>As <c>kill -9</c> ends it: without a chance to clean up.</summary>
    public async Task Dies()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>As Ctrl+C or a service manager ends it (SIGTERM), and what code it ends with.</summary>
    public async Task<int> Stops()
    {
        using var signal = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await signal.WaitForExitAsync();
        return (await Ends()).Code;
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<(int Code, string Error)> Ends()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, Error);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
