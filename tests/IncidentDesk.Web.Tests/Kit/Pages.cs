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
        client.Send(path, form, () => Task.CompletedTask, fields);

    /// <summary>The same, with something happening between the reading and the sending.</summary>
    public static async Task<Sent> Send(this HttpClient client, string path, string form, Func<Task> meanwhile, params (string Name, string Value)[] fields)
    {
        using var read = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        var page = Html.ParseDocument(await read.Content.ReadAsStringAsync());
        var found = Assert.IsAssignableFrom<IHtmlFormElement>(page.GetElementById(form));
        var values = found.Elements.OfType<IHtmlInputElement>().Where(i => i.Type is "hidden" or "text" or "datetime-local" || i.IsChecked).Select(i => (Name: i.Name!, Value: i.Value))
            .Concat(found.Elements.OfType<IHtmlSelectElement>().Select(s => (Name: s.Name!, Value: s.Value ?? "")))
            .Concat(found.Elements.OfType<IHtmlTextAreaElement>().Select(t => (Name: t.Name!, t.Value)))
            .Where(v => !fields.Any(f => f.Name == v.Name)).Concat(fields);
        await meanwhile();
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value))),
        };
        request.Headers.Add("Cookie", string.Join("; ", read.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Select(c => c.Split(';')[0]) : []));
        using var answer = await client.SendAsync(request);
        return new((int)answer.StatusCode, answer.Headers.Location is { } next ? (next.IsAbsoluteUri ? next.PathAndQuery + next.Fragment : next.ToString()) : null, Html.ParseDocument(await answer.Content.ReadAsStringAsync()));
    }
}

/// <summary>The answer to a form: on to the next page, or the same page with what is wrong.</summary>
internal sealed record Sent(int Status, string? Location, IHtmlDocument Page)
{
    public string Alert => Page.QuerySelector("[role=alert]")?.TextContent.Trim() ?? "";
}
