using System.Globalization;

namespace IncidentDesk.Benchmarks;

/// <summary>One promise: what ours took, what the thing beside it took in the same run, and the ratio promised.</summary>
public sealed record Ratio(string What, string Ours, string Beside, double Value, double Promise, bool AtLeast = false)
{
    public bool Kept => AtLeast ? Value >= Promise : Value <= Promise;

    public static void Print(IEnumerable<Ratio> rows)
    {
        Console.WriteLine("| what | ours | beside it | ratio | promise | kept |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var r in rows)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {r.What} | {r.Ours} | {r.Beside} | {r.Value:0.00} | "
                    + $"{(r.AtLeast ? "≥" : "≤")} {r.Promise:0.##} | {(r.Kept ? "yes" : "NO")} |"));
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    public static string Ms(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.00} ms");
}
