using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using IncidentDesk.People.Accounts;

namespace IncidentDesk.Web.Tests.People;

/// <summary>A browser with a cookie jar and without script; it follows redirects and remembers where it ended.</summary>
internal sealed class Browser : IDisposable
{
    readonly HttpClient _http;

    public Browser(Uri host, AuthenticationHeaderValue? token = null)
    {
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host };
        _http.DefaultRequestHeaders.Authorization = token;
    }

    public IHtmlDocument Page { get; private set; } = null!;
    public string At { get; private set; } = "";
    public int Status { get; private set; }
    public string Text => Page.Body!.TextContent;
    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public async Task<Browser> Open(string path) => await Show(await _http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute)));

    /// <summary>What a script of a page somewhere would send with this browser's cookies.</summary>
    public async Task<int> PostFrom(string site, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Sec-Fetch-Site", site);
        using var answer = await _http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    /// <summary>Fills in the form of that name and sends it, with what it holds already.</summary>
    public async Task<Browser> Send(string form, params (string Name, string Value)[] fields)
    {
        var (action, values) = Filled(form, fields);
        using var content = new FormUrlEncodedContent(values.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await Show(await _http.PostAsync(action, content));
    }

    /// <summary>Sends it twice, as a nervous finger does; what the second brings is shown.</summary>
    public async Task<Browser> SendTwice(string form, params (string Name, string Value)[] fields)
    {
        var (action, values) = Filled(form, fields);
        using var content = new FormUrlEncodedContent(values.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        var bytes = await content.ReadAsStringAsync();
        foreach (var once in new[] { bytes, bytes })
        {
            using var again = new StringContent(once, null, "application/x-www-form-urlencoded");
            await Show(await _http.PostAsync(action, again));
        }
        return this;
    }

    /// <summary>The same with a file chosen.</summary>
    public async Task<Browser> Upload(string form, string field, byte[] file)
    {
        var (action, values) = Filled(form, []);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in values.Where(v => v.Name != field)) content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file), field, "list.txt");
        return await Show(await _http.PostAsync(action, content));
    }

    (Uri Action, IReadOnlyList<(string Name, string Value)> Values) Filled(string form, (string Name, string Value)[] fields)
    {
        var found = Assert.IsAssignableFrom<IHtmlFormElement>(Page.GetElementById(form) ?? Page.QuerySelector($"form[action='{form}']"));
        var held = found.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is not null && (i.Type is not ("checkbox" or "radio") || i.IsChecked)).Select(i => (Name: i.Name!, i.Value))
            .Concat(found.Elements.OfType<IHtmlSelectElement>().Select(s => (Name: s.Name!, Value: s.Value ?? "")))
            .Concat(found.Elements.OfType<IHtmlTextAreaElement>().Select(t => (Name: t.Name!, t.Value)))
            .Where(h => fields.All(f => f.Name != h.Name));
        return (new(found.GetAttribute("action")!, UriKind.Relative), [.. held, .. fields]);
    }

    /// <summary>Opens a one-time link as its person would, with a password and an authenticator; ends in a session that may do all their roles allow.</summary>
    public async Task<Browser> Join(string link, DateTimeOffset now)
    {
        await (await Open(link)).Send("accept", ("password", "four words make rain"));
        var key = Page.QuerySelector("code.secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await Send("confirm", ("code", Totp.CodeAt(key, now)));
        Assert.Equal("Keep these recovery codes", Heading);
        return this;
    }

    async Task<Browser> Show(HttpResponseMessage answer)
    {
        using (answer)
        {
            // By hand: the handler drops the token at a redirect.
            if (answer.Headers.Location is { } next) return await Open(next.ToString());
            (Status, At) = ((int)answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery);
            Page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        }
        return this;
    }

    public void Dispose() => _http.Dispose();
}
