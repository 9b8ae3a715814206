using AngleSharp.Html.Dom;

namespace IncidentDesk.Web.Tests.Kit;

/// <summary>
/// A form as it was rendered, filled in and sent as a browser without script does it. Only what a reader sees can be filled in; what the
/// page says beside that, such as a time zone, is sent as it stands there.
/// </summary>
internal sealed class FilledForm(IHtmlFormElement form)
{
    readonly Dictionary<string, (byte[] Content, string Name)> _files = [];

    public IHtmlFormElement Form => form;

    public bool IsPost => form.Method.Equals("post", StringComparison.OrdinalIgnoreCase);

    /// <summary>By its name on the page, or by where it is sent.</summary>
    public static FilledForm In(IHtmlDocument page, string name) =>
        new(Assert.IsAssignableFrom<IHtmlFormElement>(page.GetElementById(name) ?? page.QuerySelector($"form[action='{name}']")));

    /// <summary>Types, ticks and chooses. Several values of one name tick several boxes; an empty value leaves boxes unticked.</summary>
    public FilledForm Fill(params IEnumerable<(string Name, string Value)> fields)
    {
        foreach (var field in fields.GroupBy(f => f.Name, f => f.Value))
        {
            var controls = form.Elements.OfType<IHtmlElement>()
                .Where(e => NameOf(e) == field.Key && e is not IHtmlInputElement { Type: "hidden" }).ToList();
            Assert.True(controls.Count > 0, $"The form {form.Id} shows nobody a field {field.Key}; a reader could not fill it in.");
            foreach (var control in controls) Put(control, [.. field]);
            foreach (var value in field.Where(v => v.Length > 0))
                Assert.True(controls.Exists(c => Holds(c, value)), $"The field {field.Key} of {form.Id} does not take {value}.");
        }
        return this;
    }

    public FilledForm Choose(string field, byte[] content, string name)
    {
        Assert.Equal("multipart/form-data", form.Enctype);
        Assert.Contains(form.Elements.OfType<IHtmlInputElement>(), i => i.Type == "file" && i.Name == field);
        _files[field] = (content, name);
        return this;
    }

    /// <summary>What no browser would do with this page: sends something else, hidden or not offered, under this name.</summary>
    public FilledForm Forge(params IEnumerable<(string Name, string Value)> fields)
    {
        foreach (var (name, value) in fields)
        {
            foreach (var same in form.Elements.Where(e => NameOf(e) == name).ToList()) same.Remove();
            Hide(name, value);
        }
        return this;
    }

    /// <summary>Sends what it says under this name a second time.</summary>
    public FilledForm Again(string name)
    {
        Hide(name, Entries.First(e => e.Name == name).Value);
        return this;
    }

    void Hide(string name, string value)
    {
        var hidden = (IHtmlInputElement)form.Owner!.CreateElement("input");
        (hidden.Type, hidden.Name, hidden.Value) = ("hidden", name, value);
        form.AppendChild(hidden);
    }

    /// <summary>Its successful controls in their order (HTML, "constructing the entry list"), pressed by its first button.</summary>
    public IReadOnlyList<(string Name, string Value)> Entries => [.. form.Elements.OfType<IHtmlElement>().SelectMany(Entry)];

    public HttpRequestMessage Request(string page)
    {
        var to = form.GetAttribute("action") is { Length: > 0 } action ? action : page;
        if (to.StartsWith('#')) to = page.Split('#')[0] + to;
        if (!IsPost)
        {
            var query = string.Join('&', Entries.Select(e => $"{Uri.EscapeDataString(e.Name)}={Uri.EscapeDataString(e.Value)}"));
            return new(HttpMethod.Get, new Uri($"{to.Split('#', '?')[0]}?{query}", UriKind.Relative));
        }
        return new(HttpMethod.Post, new Uri(to, UriKind.Relative)) { Content = form.Enctype == "multipart/form-data" ? Parts() : Body() };
    }

    FormUrlEncodedContent Body() => new(Entries.Select(e => KeyValuePair.Create(e.Name, e.Value)));

    MultipartFormDataContent Parts()
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in Entries) parts.Add(new StringContent(value), name);
        // A browser also sends a file that was not chosen, without a name; the server reads that as none.
        foreach (var (field, file) in _files) parts.Add(new ByteArrayContent(file.Content), field, file.Name);
        return parts;
    }

    IEnumerable<(string, string)> Entry(IHtmlElement control) => control switch
    {
        _ when control.HasAttribute("disabled") || NameOf(control) is not { Length: > 0 } => [],
        IHtmlInputElement { Type: "file" or "submit" or "button" or "reset" or "image" } => [],
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [(box.Name!, box.GetAttribute("value") ?? "on")] : [],
        IHtmlInputElement input => [(input.Name!, input.Value)],
        IHtmlTextAreaElement text => [(text.Name!, text.Value.ReplaceLineEndings("\r\n"))],
        IHtmlSelectElement select => select.Options.Where(o => o.IsSelected && !o.IsDisabled).Select(o => (select.Name!, o.Value)),
        IHtmlButtonElement { Type: "submit" } button when button == Submitter => [(button.Name!, button.Value)],
        _ => [],
    };

    IHtmlButtonElement? Submitter => form.Elements.OfType<IHtmlButtonElement>().FirstOrDefault(b => b.Type == "submit");

    static void Put(IHtmlElement control, string[] values)
    {
        switch (control)
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                box.IsChecked = values.Contains(box.GetAttribute("value") ?? "on");
                break;
            case IHtmlInputElement input:
                input.Value = values[^1];
                break;
            case IHtmlTextAreaElement text:
                text.Value = values[^1];
                break;
            case IHtmlSelectElement select:
                foreach (var option in select.Options) option.IsSelected = values.Contains(option.Value);
                break;
            default:
                Assert.Fail($"Nobody fills in a {control.LocalName}.");
                break;
        }
    }

    static bool Holds(IHtmlElement control, string value) => control switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked && (box.GetAttribute("value") ?? "on") == value,
        IHtmlInputElement input => input.Value == value,
        IHtmlTextAreaElement text => text.Value.ReplaceLineEndings() == value.ReplaceLineEndings(),
        IHtmlSelectElement select => select.Options.Any(o => o.IsSelected && o.Value == value),
        _ => false,
    };

    static string? NameOf(IHtmlElement control) => control.GetAttribute("name");
}
