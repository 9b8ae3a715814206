namespace IncidentDesk.Web.Kit;

/// <summary>
/// One clock for everything that stays open: a timer each would weigh more than what it says. At each beat it is asked whether whoever
/// listens may still.
/// </summary>
internal sealed class Beat : IDisposable
{
    /// <summary>
    /// What is taken away is gone within five seconds: three until the beat, one for an answer that is still good, one to ask.
    /// </summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    readonly ITimer _timer;
    TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Beat(TimeProvider clock) => _timer = clock.CreateTimer(_ => Strike(), null, Every, Every);

    public Task Next => Volatile.Read(ref _next).Task;

    void Strike() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    public void Dispose() => _timer.Dispose();
}
