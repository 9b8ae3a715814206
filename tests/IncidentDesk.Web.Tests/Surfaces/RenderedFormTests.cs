using AngleSharp.Html.Dom;
using IncidentDesk.Web.Kit;
using IncidentDesk.Web.Tests.Kit;
using Microsoft.Extensions.Time.Testing;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>Every form of every page, sent exactly as it is rendered, with every control filled in.</summary>
public sealed class RenderedFormTests : ColleaguesTest
{
    readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 12, 3, 10, 0, TimeSpan.Zero));

    /// <summary>Sent when all else on their page was, because they take it away.</summary>
    static readonly string[] AtLast =
    [
        "Order the pause", "Withdraw the proposal", "Redact the entry", "Withdraw a review", "Withdraw a safeguard",
        "Delete .+", "Create a new one-time link", "Deactivate", "Reactivate",
    ];

    /// <summary>Forms that no page shows to begin with, each with its reason.</summary>
    static readonly Dictionary<string, string> NeverShown = new()
    {
        ["Delete a saved search"] = "shown in place of a form that was sent while another person deleted the search, to say so",
    };

    protected override void Arrange(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(_clock);

    [Fact]
    public async Task Every_form_of_every_page_is_taken_as_it_is_rendered()
    {
        using var second = await Colleague("Sam Second", "responder");
        using var scene = new FormScene(Api, second, Desk, Address, _clock);
        await scene.Set();
        var (filled, sent, wrong) = (new FilledIn(scene), new HashSet<(string Template, FormSource Source)>(), new List<string>());

        foreach (var visit in scene.Visits)
        {
            var by = scene.For(visit);
            while (Next((await by.Open(visit.Path)).Page, visit, sent, wrong) is var (form, label, source))
            {
                sent.Add((visit.Template, source));
                _clock.Advance(TimeSpan.FromMinutes(1));
                var entered = filled.Of(form, label, by);
                wrong.AddRange(entered.Entries.GroupBy(e => e.Name).Where(e => e.Count() > 1 && !Several(source, e.Key))
                    .Select(e => $"{visit.Path}, {label}: sends {e.Key} {e.Count()} times."));
                await by.Send(entered);
                if (Refusal(by.Status, by.Page, entered.IsPost) is { } why)
                    wrong.Add($"{visit.Path}, {label}: {why}");
            }
        }
        await (await scene.Vera.Open("/")).Send("/sign-out");
        if (scene.Vera.At != "/sign-in") wrong.Add($"{FormSources.SignOut}: {scene.Vera.At}");

        wrong.AddRange(Endpoints.Pages(Services).Except(scene.Visits.Select(v => v.Template))
            .Select(page => $"{page} is a page and no visit of FormScene; its forms were not tried."));
        wrong.AddRange(FormSources.All
            .Where(s => s.Label != FormSources.SignOut && !NeverShown.ContainsKey(s.Label) && !sent.Any(x => x.Source == s))
            .Select(s => $"{s.File}: nobody came to the form {s.Label}; arrange it in FormScene."));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(sent.Count > 100, $"Only {sent.Count} forms were sent.");
    }

    [Fact]
    public void No_two_forms_have_the_same_label() =>
        Assert.Empty(FormSources.All.GroupBy(s => s.Label).Where(s => s.Count() > 1).Select(s => s.Key));

    /// <summary>The next form of the page that this visit has to send.</summary>
    static (IHtmlFormElement Form, string Label, FormSource Source)? Next(
        IHtmlDocument page, Visit visit, HashSet<(string, FormSource)> sent, List<string> wrong)
    {
        var found = new List<(IHtmlFormElement Form, string Label, FormSource Source)>();
        foreach (var form in page.Forms)
        {
            var label = form.GetAttribute("aria-label") ?? FormSources.SignOut;
            if (FormSources.Of(label) is not { } source) wrong.Add($"{visit.Path}: a form called {label} stands in no source file.");
            else if (label != FormSources.SignOut && !sent.Contains((visit.Template, source)) && visit.Wants(label))
                found.Add((form, label, source));
        }
        return found.Count == 0 ? null : found.OrderBy(f => Array.IndexOf(AtLast, f.Source.Label)).First();
    }

    /// <summary>What the page refused, in its own words.</summary>
    static string? Refusal(int status, IHtmlDocument page, bool posted)
    {
        var alerts = page.QuerySelectorAll("[role=alert]:not([hidden])")
            .Select(a => string.Join(' ', a.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        return status >= 400 || (!posted && alerts.Count > 0) ? $"{status} {string.Join(" / ", alerts)}" : null;
    }

    static bool Several(FormSource source, string field) => source.Command is null
        ? field == "picked"
        : CommandShape.Of(Endpoints.CommandTypes.Single(c => c.Name == source.Command)).TakesSeveral(field);
}
