using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IncidentDesk.Benchmarks;

/// <summary>A server in a process of its own, started here and ended by its own process id.</summary>
internal sealed class DeskProcess : IAsyncDisposable
{
    readonly Process _process;

    DeskProcess(Process process, Uri address, double ready) => (_process, Address, ReadyAfter) = (process, address, ready);

    public Uri Address { get; }

    /// <summary>Milliseconds from starting the process to a 200 from <c>/readyz</c>.</summary>
    public double ReadyAfter { get; }

    /// <summary>Resident memory now, in KiB.</summary>
    public long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024;
        }
    }

    /// <summary>Processor time it has used so far, in all its threads.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most resident memory it ever had, in KiB.</summary>
    public long Peak =>
        long.Parse(File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split(
            ' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);

    public static async Task<DeskProcess> Start(string assembly, params string[] arguments)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(assembly)
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var argument in (string[])[assembly, .. arguments.Select(a => a.Replace("{url}", url, StringComparison.Ordinal))])
            start.ArgumentList.Add(argument);
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient();
        while (!await Answers(client, url))
        {
            if (process.HasExited) throw new InvalidOperationException($"{assembly} ended with {process.ExitCode} before it was ready.");
            await Task.Delay(5);
        }
        return new(process, new Uri(url), Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    static async Task<bool> Answers(HttpClient client, string url)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"{url}/readyz"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
