using IncidentDesk.Due;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IncidentDesk.Tests.Due;

public sealed class PeriodicTests
{
    [Fact]
    public async Task A_beat_that_fails_is_followed_by_the_next_one()
    {
        var clock = new FakeTimeProvider();
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var failing = new Failing(clock);

        await failing.StartAsync(late.Token);
        while (failing.Beats < 3)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, late.Token);
        }
        await failing.StopAsync(late.Token);

        Assert.True(failing.ExecuteTask!.IsCompleted);
        Assert.False(failing.ExecuteTask.IsFaulted);
    }

    sealed class Failing(TimeProvider clock) : Periodic(clock, NullLogger.Instance)
    {
        int _beats;

        public int Beats => Volatile.Read(ref _beats);

        protected override TimeSpan Every => TimeSpan.FromSeconds(1);

        public override Task Beat(CancellationToken ct)
        {
            Interlocked.Increment(ref _beats);
            throw new InvalidOperationException("Not today.");
        }
    }
}
