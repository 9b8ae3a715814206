using System.Globalization;
using IncidentDesk.Reports;

namespace IncidentDesk.Documents;

/// <summary>How long the bars of one chart are, reckoned once for every format.</summary>
internal sealed class BarScale(Block.BarChart chart)
{
    readonly double _longest = chart.Bars.Select(bar => Drawable(bar.Value)).DefaultIfEmpty(0).Max();

    /// <summary>Length from 0 to 1 of the longest bar; values below zero and non-numbers have no bar, only their figure.</summary>
    public double Length(Bar bar) => _longest > 0 ? Drawable(bar.Value) / _longest : 0;

    /// <summary>The figure as written out beside the bar, with its unit.</summary>
    public string Figure(Bar bar)
    {
        var figure = bar.Value.ToString("#,0.##", CultureInfo.InvariantCulture);
        return chart.Unit.Length == 0 ? figure : $"{figure} {chart.Unit}";
    }

    static double Drawable(double value) => double.IsFinite(value) && value > 0 ? value : 0;
}
