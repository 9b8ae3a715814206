namespace IncidentDesk.Web.Demo;

/// <summary>While the demo plays, its story's clock; afterwards the clock on the wall.</summary>
internal sealed class DemoClock : TimeProvider
{
    long _behindTicks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(-Interlocked.Read(ref _behindTicks));

    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref _behindTicks, (base.GetUtcNow() - now).Ticks);

    public void Release() => Interlocked.Exchange(ref _behindTicks, 0);
}
