using System.Globalization;

namespace IncidentDesk;

/// <summary>How figures are written wherever people read them: pages, reports, sentences, the terminal.</summary>
public static class Figures
{
    /// <summary><c>45,000</c>.</summary>
    public static string Figure(this long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>45,000</c>.</summary>
    public static string Figure(this int count) => ((long)count).Figure();

    /// <summary><c>1 task</c>, <c>45,000 tasks</c>.</summary>
    public static string Of(this long count, string one, string? many = null) =>
        $"{count.Figure()} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary><c>1 task</c>, <c>45,000 tasks</c>.</summary>
    public static string Of(this int count, string one, string? many = null) => ((long)count).Of(one, many);
}
