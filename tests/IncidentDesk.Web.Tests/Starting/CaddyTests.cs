using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using IncidentDesk.Tests.House;
using IncidentDesk.Web.Tests.Kit;
using IncidentDesk.Web.Tests.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace IncidentDesk.Web.Tests.Starting;

/// <summary>The proxy of the deployment guide, for real: its own configuration, its certificates, a browser through TLS.</summary>
public sealed partial class CaddyTests : HostTest
{
    const string Name = "desk.localhost";
    readonly string _folder = Directory.CreateTempSubdirectory("incidentdesk-caddy-").FullName;
    readonly int _port = FreePort();
    Process? _caddy;

    Uri Own => new($"https://{Name}:{_port}");

    protected override void Arrange(WebApplicationBuilder builder)
    {
        builder.Configuration["Desk:Address"] = $"https://{Name}:{_port}";
        builder.Configuration["Desk:Proxies"] = "127.0.0.1";
    }

    [Fact]
    public async Task Behind_the_caddy_of_the_guide_people_sign_in_over_tls_and_links_streams_and_places_are_right()
    {
        if (Executable() is not { } caddy) { Assert.Skip("There is no caddy here; tests/run installs it where there is apt."); return; }
        await Start(caddy);
        var invited = await Post(Api, "/api/people", new { name = "Ada Admin", email = "ada@example.org", roles = "administrator" });
        using var through = Through();
        using var browser = new Browser(Own, through: through);

        await browser.Join($"/invitation/{invited.Body!["secret"]}", DateTimeOffset.UtcNow);
        await (await browser.Open("/people")).Send("invite", ("name", "Bo"), ("email", "bo@example.org"), ("roles", "responder"));

        Assert.Contains($"{Own.GetLeftPart(UriPartial.Authority)}/invitation/", browser.Text, StringComparison.Ordinal);
        Assert.All(through.CookieContainer.GetAllCookies(), cookie =>
        {
            Assert.StartsWith("__Host-", cookie.Name, StringComparison.Ordinal);
            Assert.True(cookie.Secure);
        });
        await browser.Open("/sign-in");
        using var api = new HttpClient(Through()) { BaseAddress = Own };
        api.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.9");
        using (var page = await api.GetAsync(new Uri("/sign-in", UriKind.Relative)))
            Assert.Contains("max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        api.DefaultRequestHeaders.Authorization = new("Bearer", "idk_nobody");
        using (var refused = await api.GetAsync(new Uri("/api/incidents", UriKind.Relative)))
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("127.0.0.1", (string)(await SecurityEvents.Wait(Api, "token-refused", 1))[0]!["place"]!);
        api.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        await using var stream = await api.GetStreamAsync(new Uri("/api/incidents/stream", UriKind.Relative));
        var first = new byte[6];
        await stream.ReadExactlyAsync(first).AsTask().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("retry:"u8.ToArray(), first);
    }

    /// <summary>The Caddyfile of the guide with the test's name and ports and Caddy's own certificates; it opens no other port.</summary>
    async Task Start(string caddy)
    {
        var guide = Guided().Match(Repository.Text(".github/DEPLOYING.md")).Groups[1].Value;
        Assert.Contains("reverse_proxy 127.0.0.1:5080", guide, StringComparison.Ordinal);
        var file = Path.Combine(_folder, "Caddyfile");
        await File.WriteAllTextAsync(file, $$"""
            {
            	admin off
            	auto_https disable_redirects
            	skip_install_trust
            	local_certs
            	default_bind 127.0.0.1
            	storage file_system {{_folder}}/store
            }

            """ + guide.Replace("desk.example.org {", $"https://{Name}:{_port} {{", StringComparison.Ordinal)
                .Replace("127.0.0.1:5080", Address.Authority, StringComparison.Ordinal));
        var start = new ProcessStartInfo(caddy, ["run", "--config", file, "--adapter", "caddyfile"])
        {
            RedirectStandardError = true, Environment = { ["HOME"] = _folder, ["XDG_DATA_HOME"] = _folder, ["XDG_CONFIG_HOME"] = _folder },
        };
        _caddy = Process.Start(start)!;
        var said = new System.Text.StringBuilder();
        _caddy.ErrorDataReceived += (_, line) => { lock (said) said.AppendLine(line.Data); };
        _caddy.BeginErrorReadLine();
        for (var began = Stopwatch.GetTimestamp(); !File.Exists(Root) || !await Answers();)
        {
            lock (said) Assert.False(_caddy.HasExited, said.ToString());
            lock (said) Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(2), said.ToString());
            await Task.Delay(50);
        }
    }

    string Root => Path.Combine(_folder, "store", "pki", "authorities", "local", "root.crt");

    async Task<bool> Answers()
    {
        try
        {
            using var probe = new HttpClient(Through()) { BaseAddress = Own };
            using var ready = await probe.GetAsync(new Uri("/readyz", UriKind.Relative));
            return ready.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Goes to loopback whatever the name, and trusts Caddy's root and no other.</summary>
    SocketsHttpHandler Through() => new()
    {
        AllowAutoRedirect = false, CookieContainer = new(),
        ConnectCallback = async (_, ct) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, _port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new()
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck,
                CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(Root) },
            },
        },
    };

    static string? Executable() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "caddy")).FirstOrDefault(File.Exists);

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_caddy is { HasExited: false }) _caddy.Kill();
        if (_caddy is not null) await _caddy.WaitForExitAsync();
        _caddy?.Dispose();
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex("```caddyfile\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Guided();
}
