using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace IncidentDesk.Benchmarks;

/// <summary>
/// Debian's PostgreSQL on loopback, in a folder and on a port of its own, with memory to
/// spare; ended by its own process id.
/// </summary>
internal sealed class BenchPostgres : IAsyncDisposable
{
    const string Programs = "/usr/lib/postgresql/15/bin";
    static readonly string[] Settings =
        ["listen_addresses=127.0.0.1", "shared_buffers=1GB", "work_mem=1GB", "maintenance_work_mem=512MB",
            "fsync=off", "full_page_writes=off", "max_wal_size=8GB", "jit=off"];

    readonly Process _server;
    readonly string _folder;

    BenchPostgres(Process server, string folder, int port) =>
        (_server, _folder, ConnectionString) = (server, folder, string.Create(CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={port};Username=desk;Database=postgres;Command Timeout=0"));

    public string ConnectionString { get; }

    /// <summary>Null where its programs are not installed.</summary>
    public static async Task<BenchPostgres?> Start()
    {
        if (!File.Exists($"{Programs}/postgres")) return null;
        var folder = Directory.CreateTempSubdirectory("incidentdesk-bench-pg-").FullName;
        var port = FreePort();
        // PostgreSQL refuses to run as root.
        if (Environment.UserName == "root") await Process.Start("chown", ["postgres:", folder]).WaitForExitAsync();
        await Run("initdb", folder, "-D", $"{folder}/data", "-U", "desk", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
            .WaitForExitAsync();
        var server = Run("postgres", folder, ["-D", $"{folder}/data", "-p", port.ToString(CultureInfo.InvariantCulture),
            "-k", folder, .. Settings.SelectMany(s => (string[])["-c", s])]);
        var started = new BenchPostgres(server, folder, port);
        for (var attempt = 0; !await started.Answers(); attempt++)
        {
            if (server.HasExited || attempt > 300) throw new InvalidOperationException("PostgreSQL did not start.");
            await Task.Delay(100);
        }
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        _server.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    async Task<bool> Answers()
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString);
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>Replaces the helper that changes the user, so that the process id is the server's own.</summary>
    static Process Run(string program, string folder, params string[] arguments)
    {
        var root = Environment.UserName == "root";
        var start = new ProcessStartInfo(root ? "setpriv" : $"{Programs}/{program}")
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder
        };
        if (root)
            foreach (var argument in (string[])["--reuid=postgres", "--regid=postgres", "--init-groups", $"{Programs}/{program}"])
                start.ArgumentList.Add(argument);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
