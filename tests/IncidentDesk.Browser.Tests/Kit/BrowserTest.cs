namespace IncidentDesk.Browser.Tests.Kit;

/// <summary>A journey on a desk of its own. When it is over, no page may have complained.</summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    protected Company Company { get; private set; } = null!;
    protected RunningDesk Desk => Company.Desk;

    public virtual async ValueTask InitializeAsync() => Company = new(chromium.Browser, await Arrange());

    protected virtual Task<RunningDesk> Arrange() => RunningDesk.Start();

    protected Task<IPage> Colleague(string name, string roles = "responder", bool script = true) => Company.Colleague(name, roles, script);

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Company.DisposeAsync();
        Company.NobodyComplains();
    }
}
