using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Numbering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentDesk.Tests.Incidents.Numbering;

/// <summary>The numbers that a desk gives unless a test wants them in order.</summary>
public sealed class IncidentNumbersTests : DeskTest
{
    protected override void Arrange(IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton<IncidentNumbers>(new AsBefore()));

    Task<int> Declare(Visibility visibility = Visibility.Open, Actor? by = null) => Declare(Desk, visibility, by);

    async Task<int> Declare(IncidentDesk.Door.Desk desk, Visibility visibility = Visibility.Open, Actor? by = null) =>
        (await desk.Do(new DeclareIncident { Title = "One more", Visibility = visibility }, by ?? Responder)).Value!.Number;

    /// <summary>Both desks were copied from one, so they share its secret.</summary>
    [Fact]
    public async Task Open_incidents_get_the_same_numbers_whether_or_not_there_are_private_ones()
    {
        var (database, _) = await Beginning.Copy();
        await using var _1 = database;
        await using var other = await Node(database.ConnectionString);
        var (random, with, without) = (new Random(7), new List<int>(), new List<int>());
        for (var n = 0; n < 60; n++)
        {
            for (var hidden = random.Next(5); hidden > 0; hidden--) await Declare(Visibility.Private, Privacy);
            with.Add(await Declare());
            without.Add(await Declare(other.GetRequiredService<IncidentDesk.Door.Desk>()));
        }

        Assert.Equal(without, with);
        Assert.Equal(1, with[0]);
        Assert.Equal(with.Order(), with);
        var gaps = with.Zip(with.Skip(1), (a, b) => b - a).ToList();
        Assert.True(gaps.Distinct().Count() > 3, "Numbers with regular gaps could be counted.");
    }

    [Fact]
    public async Task Private_incidents_get_numbers_from_nearby_in_no_order_and_no_open_one_gets_them()
    {
        var hidden = new List<int>();
        for (var n = 0; n < 80; n++) hidden.Add(await Declare(Visibility.Private, Privacy));
        var open = new List<int>();
        for (var n = 0; n < 80; n++) open.Add(await Declare());

        Assert.Equal(160, hidden.Concat(open).Distinct().Count());
        Assert.All(hidden.Index(), n => Assert.InRange(n.Item, 2, 100 * (1 + n.Index)));
        Assert.NotEqual(hidden.Order(), hidden);
        // Who fills all that is near would see which numbers are missing there.
        Assert.InRange(hidden.Count(n => n <= 200), 1, 30);
    }

    [Fact]
    public async Task Many_who_declare_at_once_get_a_number_each()
    {
        await using var second = TestDatabase.IsPostgres ? await Node() : null;
        var desks = new[] { Desk, second?.GetRequiredService<IncidentDesk.Door.Desk>() ?? Desk };
        var given = await Task.WhenAll(Enumerable.Range(0, 100).Select(n => Task.Run(() =>
            n % 3 == 0 ? Declare(desks[n % 2], Visibility.Private, Privacy) : Declare(desks[n % 2]))));

        Assert.Equal(100, given.Distinct().Count());
        Assert.Equal(100, (await Read((db, _) => db.Incidents.Select(i => i.Number).ToListAsync(), Privacy)).Intersect(given).Count());
    }

    [Fact]
    public async Task A_desk_that_counted_before_keeps_its_numbers_and_goes_on_behind_them()
    {
        var numbers = (AsBefore)Service<IncidentNumbers>();
        numbers.InOrder = true;
        var old = new List<int>();
        for (var n = 0; n < 12; n++) old.Add(await Declare(n % 4 == 3 ? Visibility.Private : Visibility.Open, Privacy));
        numbers.InOrder = false;

        Assert.Equal(Enumerable.Range(1, 12), old);
        var next = await Declare();
        Assert.InRange(next, 13, 13 + 100);
        Assert.InRange(await Declare(), next + 1, next + 100);
    }

    /// <summary>Numbers as the desk gives them, or as it gave them once.</summary>
    sealed class AsBefore : IncidentNumbers
    {
        public bool InOrder { get; set; }

        public override Task<int> Next(IncidentDesk.Record.DeskDb db, Visibility visibility, CancellationToken ct) =>
            InOrder ? new ConsecutiveNumbers().Next(db, visibility, ct) : base.Next(db, visibility, ct);
    }
}
