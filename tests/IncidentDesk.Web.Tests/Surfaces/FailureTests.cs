using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MinDataRate = Microsoft.AspNetCore.Server.Kestrel.Core.MinDataRate;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>Bodies that are too large, too slow, not asked for or not finished; and what the framework alone would have answered.</summary>
public sealed class FailureTests : Kit.ColleaguesTest
{
    /// <summary>The server gives a slow body five seconds of grace; a test has no need to wait for them.</summary>
    protected override void Arrange(WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(server =>
        server.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(1.1)));

    [Fact]
    public async Task A_wrong_method_is_a_problem_that_names_the_right_ones()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/incidents/1");
        using var answer = await Api.SendAsync(request);

        Assert.Equal(("method-not-allowed", 405), (await Code(answer), (int)answer.StatusCode));
        Assert.Contains("GET", answer.Content.Headers.Allow);
    }

    [Theory, InlineData("/sign-in"), InlineData("/set-up/abc"), InlineData("/invitation/abc"), InlineData("/sign-out"),
        InlineData("/error")]
    public async Task Nobody_who_is_not_signed_in_sends_more_than_a_form_has(string address)
    {
        foreach (var chunked in new[] { false, true })
        {
            using var content = new ByteArrayContent(Encoding.ASCII.GetBytes("email=" + new string('a', 17 << 10)));
            content.Headers.ContentType = new("application/x-www-form-urlencoded");
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
            request.Headers.TransferEncodingChunked = chunked;
            using var answer = await Anonymous.SendAsync(request);
            Assert.Contains((int)answer.StatusCode, new[] { 400, 413 });
            Assert.DoesNotContain("Something went wrong", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Sign_in_says_that_a_form_is_too_large()
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("email", new string('a', 20 << 10))]);
        using var answer = await Anonymous.PostAsync(new Uri("/sign-in", UriKind.Relative), content);

        Assert.Equal(413, (int)answer.StatusCode);
        Assert.Contains("Send it in smaller parts", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, InlineData("/api/incidents", "application/json", "{\"title\":"),
        InlineData("/sign-in", "application/x-www-form-urlencoded", "email=")]
    public async Task A_body_that_does_not_arrive_is_answered_as_too_slow(string address, string type, string begins)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Address.Port);
        await using var line = client.GetStream();
        await line.WriteAsync(Encoding.ASCII.GetBytes($"POST {address} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {Token}\r\n"
            + $"Content-Type: {type}\r\nContent-Length: 1000\r\n\r\n{begins}"));
        using var reader = new StreamReader(line);
        var answer = await reader.ReadLineAsync();

        Assert.Equal("HTTP/1.1 408 Request Timeout", answer);
    }

    [Fact]
    public async Task Two_hundred_thousand_unknown_fields_get_a_short_answer()
    {
        var many = "{" + string.Join(',', Enumerable.Range(0, 200_000).Select(n => $"\"a{n}\":1")) + "}";
        using var content = new StringContent(many, Encoding.UTF8, "application/json");
        using var answer = await Api.PostAsync(new Uri("/api/incidents", UriKind.Relative), content);
        var said = await answer.Content.ReadAsStringAsync();

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(20, JsonNode.Parse(said)!["errors"]!.AsObject().Count);
        Assert.True(said.Length < 16 << 10, $"{said.Length} characters");
    }

    [Theory]
    [InlineData("/api/incidents/1/evidence/imports?kind=readers", "text/csv")]
    [InlineData("/api/incidents/1/assets", "text/plain")]
    [InlineData("/api/incidents/1/assets/preview", "text/plain")]
    [InlineData("/api/incidents/1/updates", "application/json")]
    [InlineData("/api/incidents/imports", "application/json")]
    [InlineData("/api/assets/imports", "text/csv")]
    public async Task Who_may_not_send_a_large_body_is_told_so_before_it_is_sent(string address, string type)
    {
        await Post(Api, "/api/incidents", new { title = "One" });
        using var viewer = await Colleague("Vera Viewer", "viewer");
        using var responder = await Colleague("Remy Responder", "responder");

        var (status, sent) = await Large(viewer, address, type);
        Assert.Equal((404, 0), (status, sent));
        if (!address.Contains("/1/", StringComparison.Ordinal)) return;
        Assert.Equal((404, 0), await Large(responder, address.Replace("/1/", "/4711/", StringComparison.Ordinal), type));
    }

    [Fact]
    public async Task What_no_endpoint_answers_is_a_problem_under_the_api_and_a_page_elsewhere()
    {
        var failures = Services.GetServices<IExceptionHandler>().OfType<Failures>().Single();
        foreach (var (thrown, status) in new (Exception, int)[]
        {
            (new InvalidOperationException("a defect"), 500), (new BadHttpRequestException("slow", 408), 408),
            (new BadHttpRequestException("large", 413), 413), (new BadHttpRequestException("cut off"), 400),
        })
        {
            var http = new DefaultHttpContext { RequestServices = Services, Response = { Body = new MemoryStream() } };
            http.Features.Set<IExceptionHandlerPathFeature>(new ExceptionHandlerFeature { Path = "/api/incidents", Error = thrown });

            Assert.True(await failures.TryHandleAsync(http, thrown, default));
            Assert.Equal((status, "application/problem+json"), (http.Response.StatusCode, http.Response.ContentType));
            Assert.Equal("nosniff", http.Response.Headers.XContentTypeOptions);

            http.Features.Set<IExceptionHandlerPathFeature>(new ExceptionHandlerFeature { Path = "/incidents/1", Error = thrown });
            Assert.False(await failures.TryHandleAsync(http, thrown, default));
        }
    }

    [Theory, InlineData("Idempotency-Key", ""), InlineData("Idempotency-Key", "  "), InlineData("If-Match", ""),
        InlineData("If-Match", "one")]
    public async Task A_header_that_says_nothing_is_not_taken_for_one_that_is_not_there(string header, string value)
    {
        var (status, body, _) = await Post(Api, "/api/incidents", new { title = "Protected?" }, (header, value));

        Assert.Equal(400, status);
        Assert.NotNull(body!["errors"]![header]);
        Assert.Equal(404, (await Get(Api, "/api/incidents/1")).Status);
    }

    /// <summary>Asks whether to send it, as curl does with a large body; what was sent then, in bytes.</summary>
    static async Task<(int Status, int Sent)> Large(HttpClient by, string address, string type)
    {
        using var content = new Counted(1 << 20);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.ExpectContinue = true;
        using var answer = await by.SendAsync(request);
        return ((int)answer.StatusCode, content.Sent);
    }

    static async Task<string> Code(HttpResponseMessage answer) =>
        (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]!;

    sealed class Counted(int length) : HttpContent
    {
        public int Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(new byte[length]);
            Sent += length;
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
