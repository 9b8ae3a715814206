using IncidentDesk.Incidents.Numbering;

namespace IncidentDesk.Tests.Incidents.Numbering;

/// <summary>What the numbers of open incidents say, as far as it is a matter of chance.</summary>
public sealed class NumberSidesTests
{
    const double Open = 1.0 / NumberSides.Spread;

    /// <summary>The gaps of many desks; the secrets are the same at each run.</summary>
    static List<int> Gaps(double hidden)
    {
        var (random, gaps) = (new Random(20260612), new List<int>());
        for (var desk = 0; desk < 200; desk++)
        {
            var secret = new byte[32];
            random.NextBytes(secret);
            var sides = new NumberSides(secret);
            for (int shown = 1, number = 1; gaps.Count < (desk + 1) * 100;)
            {
                number = sides.OpenAfter(number);
                if (random.NextDouble() < hidden) continue;
                gaps.Add(number - shown);
                shown = number;
            }
        }
        return gaps;
    }

    /// <summary>
    /// Each number is open by a chance of its own, so gaps are geometric; and they are geometric still when some open incidents are made
    /// private later. No single gap, however wide, shows that there is something in it.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void Gaps_are_those_of_chance_whether_or_not_some_incidents_were_hidden_later(double hidden)
    {
        var gaps = Gaps(hidden);
        var chance = Open * (1 - hidden);
        for (var gap = 1; gap <= 12; gap++)
        {
            var expected = gaps.Count * chance * Math.Pow(1 - chance, gap - 1);
            Assert.InRange(gaps.Count(g => g == gap), expected - 5 * Math.Sqrt(expected), expected + 5 * Math.Sqrt(expected));
        }
    }

    [Fact]
    public void One_gap_says_nothing_about_the_next()
    {
        var gaps = Gaps(hidden: 0);
        var mean = gaps.Average();
        var alike = gaps.Zip(gaps.Skip(1), (a, b) => (a - mean) * (b - mean)).Average() / gaps.Average(g => (g - mean) * (g - mean));

        Assert.InRange(mean, NumberSides.Spread - 0.1, NumberSides.Spread + 0.1);
        Assert.InRange(alike, -5 / Math.Sqrt(gaps.Count), 5 / Math.Sqrt(gaps.Count));
    }

    [Fact]
    public void Desks_with_other_secrets_have_other_sides()
    {
        var (one, other) = (new NumberSides(new byte[32]), new NumberSides([1, .. new byte[31]]));
        var same = Enumerable.Range(2, 3_000).Count(n => one.IsOpen(n) && other.IsOpen(n));

        Assert.InRange(same, 3_000 * Open * Open - 90, 3_000 * Open * Open + 90);
        Assert.True(one.IsOpen(1) && other.IsOpen(1));
    }
}
