using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using IncidentDesk.Tests.House;
using IncidentDesk.Web.Kit;
using IncidentDesk.Web.Kit.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace IncidentDesk.Web.Tests.Kit;

/// <summary>Whatever the desk refuses, API and page say so in its own words.</summary>
public sealed class RefusalTests
{
    static readonly IReadOnlyList<Refusal> All = RefusalSamples.In(typeof(Refusal).Assembly, typeof(DeskHost).Assembly);

    [Fact]
    public async Task The_api_answers_every_refusal_with_a_problem_that_names_each_field()
    {
        Assert.True(All.Count >= 10);
        foreach (var refusal in All)
        {
            var (status, type, problem) = await Executed(refusal.ToResult());

            Assert.InRange(status, 400, 499);
            Assert.Equal("application/problem+json", type);
            Assert.Equal(refusal.Why, (string)problem["detail"]!);
            Assert.Equal(status, (int)problem["status"]!);
            foreach (var (field, reasons) in (refusal as Refusal.Invalid)?.Fields ?? new Dictionary<string, string[]>())
                Assert.Equal(reasons, problem["errors"]![field]!.AsArray().Select(r => (string)r!));
        }
    }

    [Fact]
    public async Task A_form_shows_every_refusal_as_an_alert_that_names_each_field()
    {
        Assert.True(All.Count >= 10);
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        foreach (var refusal in All)
        {
            var alert = await renderer.Dispatcher.InvokeAsync(() => Alert(renderer, refusal));

            Assert.Contains(refusal.Why, alert, StringComparison.Ordinal);
            foreach (var (field, reasons) in (refusal as Refusal.Invalid)?.Fields ?? new Dictionary<string, string[]>())
                Assert.All([field, .. reasons], words => Assert.Contains(words, alert, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Two_kinds_of_refusal_never_share_a_code() =>
        Assert.Equal(All.Count, All.Select(Answers.CodeOf).Distinct().Count());

    static async Task<string> Alert(HtmlRenderer renderer, Refusal refusal)
    {
        var state = new FormState { Name = "form", Refusal = refusal };
        var note = await renderer.RenderComponentAsync<RefusalNote>(
            ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(RefusalNote.State)] = state }));
        return new HtmlParser().ParseDocument(note.ToHtmlString()).QuerySelector("[role=alert]")!.TextContent;
    }

    static async Task<(int Status, string? Type, JsonNode Body)> Executed(IResult result)
    {
        using var body = new MemoryStream();
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services, Response = { Body = body } };
        await result.ExecuteAsync(http);
        return (http.Response.StatusCode, http.Response.ContentType, JsonNode.Parse(body.ToArray())!);
    }
}
