using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using IncidentDesk.People.Accounts;
using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.People;

/// <summary>A browser with a cookie jar and without script; it follows redirects and remembers where it ended.</summary>
internal sealed class Browser : IDisposable
{
    readonly HttpClient _http;

    /// <param name="host">The desk.</param>
    /// <param name="session">The cookie of a session that began before.</param>
    /// <param name="through">What the requests pass through, instead of a handler of its own.</param>
    public Browser(Uri host, string? session = null, SocketsHttpHandler? through = null)
    {
        var cookies = new CookieContainer();
        if (session is not null) cookies.SetCookies(host, session);
        _http = new(through ?? new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = host };
    }

    public IHtmlDocument Page { get; private set; } = null!;
    public string At { get; private set; } = "";
    public int Status { get; private set; }
    public string Text => Page.Body!.TextContent;
    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public async Task<Browser> Open(string path) => await Show(await _http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute)));

    /// <summary>Of the authenticator of whoever joined here.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What a script of a page somewhere would send with this browser's cookies.</summary>
    public Task<int> PostFrom(string site, string path) => PostSaying("Sec-Fetch-Site", site, path);

    /// <summary>The same from a browser that knows no Fetch Metadata.</summary>
    public Task<int> PostFromOrigin(string origin, string path) => PostSaying("Origin", origin, path);

    async Task<int> PostSaying(string header, string value, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add(header, value);
        using var answer = await _http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    /// <summary>Fills in the form of that name and sends it, with what it holds already.</summary>
    public Task<Browser> Send(string form, params (string Name, string Value)[] fields) => Send(form, filled => filled.Fill(fields));

    /// <summary>The same, filled in by hand.</summary>
    public Task<Browser> Send(string form, Func<FilledForm, FilledForm> fill) => Send(fill(FilledForm.In(Page, form)));

    public async Task<Browser> Send(FilledForm filled)
    {
        using var request = filled.Request(At);
        return await Show(await _http.SendAsync(request));
    }

    /// <summary>Sends it twice, as a nervous finger does; what the second brings is shown.</summary>
    public async Task<Browser> SendTwice(string form, params (string Name, string Value)[] fields)
    {
        var filled = FilledForm.In(Page, form).Fill(fields);
        using HttpRequestMessage first = filled.Request(At), second = filled.Request(At);
        await Show(await _http.SendAsync(first));
        return await Show(await _http.SendAsync(second));
    }

    /// <summary>The same with a file chosen.</summary>
    public Task<Browser> Upload(string form, string field, byte[] file) => Send(form, filled => filled.Choose(field, file, "list.txt"));

    /// <summary>
    /// Opens a one-time link as its person would, with a password and an authenticator; ends in a session
    /// that may do all their roles allow.
    /// </summary>
    public async Task<Browser> Join(string link, DateTimeOffset now)
    {
        await (await Open(link)).Send("accept", ("password", "four words make rain"));
        Key = Page.QuerySelector("code.secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await Send("confirm", ("code", Totp.CodeAt(Key, now)));
        Assert.Equal("Keep these recovery codes", Heading);
        return this;
    }

    async Task<Browser> Show(HttpResponseMessage answer)
    {
        using (answer)
        {
            if (answer.Headers.Location is { } next) return await Open(next.ToString());
            (Status, At) = ((int)answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery);
            Page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        }
        return this;
    }

    public void Dispose() => _http.Dispose();
}
