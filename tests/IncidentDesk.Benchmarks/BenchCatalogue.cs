using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace IncidentDesk.Benchmarks;

/// <summary>A catalogue of Hive tables, the same at every run.</summary>
internal static class BenchCatalogue
{
    public static async Task Fill(BenchDesk desk, int tables)
    {
        using var client = desk.Client();
        using var body = new StringContent(Csv(tables), Encoding.UTF8, new MediaTypeHeaderValue("text/csv"));
        using var answer = await client.PostAsync(new Uri("/api/assets/imports?format=csv", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }

    public static string Csv(int tables)
    {
        var csv = new StringBuilder("key,kind,owner,labels,people_data\n");
        for (var i = 0; i < tables; i++)
            csv.Append(CultureInfo.InvariantCulture,
                $"hive://warehouse/mci_{i % 90:00}.events_{i:00000},table,team-{i % 40},pii;keystrokes,yes\n");
        return csv.ToString();
    }
}
