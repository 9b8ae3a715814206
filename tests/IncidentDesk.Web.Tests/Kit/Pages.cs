using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace IncidentDesk.Web.Tests.Kit;

/// <summary>Pages as a browser without script uses them: read, fill in, send.</summary>
internal static class Pages
{
    static readonly HtmlParser Html = new();

    public static async Task<IHtmlDocument> Page(this HttpClient client, string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, answer.StatusCode);
        return Html.ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Fills in the form of that name on a page and sends it, with what it holds hidden or chosen already.</summary>
    public static Task<Sent> Send(this HttpClient client, string path, string form, params (string Name, string Value)[] fields) =>
        client.Send(path, page => FilledForm.In(page, form).Fill(fields));

    /// <summary>The same, with something happening between the reading and the sending.</summary>
    public static Task<Sent> Send(
        this HttpClient client, string path, string form, Func<Task> meanwhile, params (string Name, string Value)[] fields) =>
        client.Send(path, page => FilledForm.In(page, form).Fill(fields), meanwhile);

    /// <summary>Reads a page, fills a form of it in and sends that.</summary>
    public static async Task<Sent> Send(
        this HttpClient client, string path, Func<IHtmlDocument, FilledForm> fill, Func<Task>? meanwhile = null)
    {
        using var read = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        using var request = fill(Html.ParseDocument(await read.Content.ReadAsStringAsync())).Request(path);
        if (meanwhile is not null) await meanwhile();
        if (read.Headers.TryGetValues("Set-Cookie", out var cookies))
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => c.Split(';')[0])));
        // Whoever may not send a large body hears it before it is sent.
        if (request.Content is MultipartFormDataContent) request.Headers.ExpectContinue = true;
        using var answer = await client.SendAsync(request);
        var next = answer.Headers.Location is { IsAbsoluteUri: true } far
            ? far.PathAndQuery + far.Fragment : answer.Headers.Location?.ToString();
        return new((int)answer.StatusCode, next, Html.ParseDocument(await answer.Content.ReadAsStringAsync()));
    }
}

/// <summary>The answer to a form: on to the next page, or the same page with what is wrong.</summary>
internal sealed record Sent(int Status, string? Location, IHtmlDocument Page)
{
    public string Alert => Page.QuerySelector("[role=alert]")?.TextContent.Trim() ?? "";

    public string Text => Page.Body!.TextContent;
}
