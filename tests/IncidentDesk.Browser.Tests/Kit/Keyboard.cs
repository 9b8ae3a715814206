namespace IncidentDesk.Browser.Tests.Kit;

/// <summary>A person without a mouse: whatever has the focus on the way must be seen to have it.</summary>
internal sealed class Keyboard(IPage page)
{
    const int Patience = 250;

    const string Probe = """
        target => {
          const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
          const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
          const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
          return { reached: at === target, nowhere: at === document.body, visible: ring && seen, what: `${at.outerHTML.slice(0, 160)} (ring: ${ring}, in view: ${seen})` };
        }
        """;

    /// <summary>Where the focus is.</summary>
    sealed record Stop
    {
        public bool Reached { get; init; }
        public bool Nowhere { get; init; }
        public bool Visible { get; init; }
        public string What { get; init; } = "";
    }

    /// <summary>Tab until that control has the focus.</summary>
    public async Task Reach(ILocator control, string key = "Tab")
    {
        await page.WaitForLoadStateAsync();
        var target = await control.ElementHandleAsync();
        for (var press = 0; press < Patience; press++)
        {
            var stop = await page.EvaluateAsync<Stop>(Probe, target);
            Assert.True(stop.Nowhere || stop.Visible, $"The focus is not visible on {stop.What}");
            if (stop.Reached) return;
            await page.Keyboard.PressAsync(key);
        }
        Assert.Fail($"{control} was not reached with {Patience} presses of {key}.");
    }

    public async Task Press(ILocator control, string key = "Enter")
    {
        await Reach(control);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Down the list until that value is chosen.</summary>
    public async Task Choose(ILocator list, string value)
    {
        await Reach(list);
        for (var press = 0; press < Patience && await list.InputValueAsync() != value; press++) await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(value, await list.InputValueAsync());
    }

    public async Task Write(ILocator control, string text)
    {
        await Reach(control);
        await page.Keyboard.TypeAsync(text);
    }
}
