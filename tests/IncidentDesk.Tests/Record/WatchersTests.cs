using IncidentDesk.Record;

namespace IncidentDesk.Tests.Record;

public sealed class WatchersTests
{
    readonly Watchers _watchers = new();

    [Fact]
    public void What_is_told_twice_or_overtaken_is_heard_once()
    {
        var (stream, all) = (_watchers.Now("incident/1"), _watchers.Now(Watchers.Everything));

        foreach (var position in new[] { 1, 1, 3, 2, 3, 4 }) _watchers.Announce("incident/1", position);

        Assert.Equal([1, 3, 4], Heard(stream));
        Assert.Equal([1, 3, 4], Heard(all));
    }

    [Fact]
    public void Whoever_follows_everything_hears_each_stream()
    {
        var all = _watchers.Now(Watchers.Everything);

        _watchers.Announce("incident/1", 7);
        _watchers.Announce("incident/2", 3);
        _watchers.Announce("incident/1", 7);

        Assert.Equal([7, 3, 7], Heard(all));
    }

    static List<int> Heard(Signal signal)
    {
        var heard = new List<int>();
        for (; signal.Next.IsCompletedSuccessfully; signal = signal.Next.Result) heard.Add(signal.Next.Result.Position);
        return heard;
    }
}
