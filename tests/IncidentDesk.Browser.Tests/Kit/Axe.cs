using Deque.AxeCore.Commons;

namespace IncidentDesk.Browser.Tests.Kit;

/// <summary>
/// axe-core with all its rules. It runs in the page itself: the wrapper for Playwright opens a further page for every run to
/// join the findings of frames, which takes ten times as long, and no page here has a frame.
/// </summary>
internal static class Axe
{
    static readonly string Script = new BundledAxeScriptProvider().GetScript();

    const string Run = """
        () => axe.run({ resultTypes: ['violations'] }).then(found => found.violations.flatMap(v =>
          v.nodes.map(n => `${v.id} (${v.help}) at ${n.target}: ${n.html.slice(0, 200)} ${n.failureSummary}`)))
        """;

    /// <summary>What is wrong for people who do not see, hear, point or read as most do; empty when nothing is.</summary>
    public static async Task<string[]> Violations(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
