using IncidentDesk.Browser.Tests.Kit;
using IncidentDesk.Web;
using Microsoft.AspNetCore.Components;

namespace IncidentDesk.Browser.Tests.Looks;

/// <summary>Every page in light and dark, wide and narrow: for everybody, within the screen, and quiet in the console.</summary>
public sealed class LookTests(Places places) : IClassFixture<Places>
{
    static readonly (int Width, int Height)[] Screens = [(1280, 900), (390, 844)];

    public static TheoryData<string> Names => [.. Look.All.Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_can_be_read_and_used_by_everybody(string name)
    {
        var page = await Look.All.Single(l => l.Name == name).Open(places);
        await page.WaitForLoadStateAsync();
        // What is folded away is looked at, too.
        await page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(d => d.open = true)");
        Assert.Equal(1, await page.Locator("h1").CountAsync());

        var faults = new List<string>();
        foreach (var (width, height) in Screens)
        {
            await page.SetViewportSizeAsync(width, height);
            if (await page.EvaluateAsync<string?>(Overflowing) is { } wide) faults.Add($"{width} px: sticks out: {wide}");
            foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = theme });
                faults.AddRange((await Axe.Violations(page)).Select(v => $"{width} px {theme}: {v}"));
            }
        }
        Assert.True(faults.Count == 0, $"{page.Url}\n" + string.Join('\n', faults));
        places.NobodyComplains();
    }

    [Fact]
    public void Every_page_of_the_desk_is_looked_at()
    {
        var routes = typeof(DeskHost).Assembly.GetTypes()
            .SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>())
            .Select(r => r.Template).ToArray();
        Assert.NotEmpty(routes);
        Assert.Equal(routes.Order(StringComparer.Ordinal), Look.All.Select(l => l.Route).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Nothing makes the page wider than the screen or is cut by its left edge; else it names the first thing that does.</summary>
    const string Overflowing = """
        () => {
          const out = [...document.querySelectorAll('body *')].find(e => {
            const box = e.getBoundingClientRect();
            return e.checkVisibility() && !e.closest('.scroll, .cards thead') && (box.right > innerWidth + 1 || (box.left < -1 && box.right > 1));
          });
          return out?.outerHTML.slice(0, 200) ?? (document.documentElement.scrollWidth > innerWidth ? 'something' : null);
        }
        """;
}
