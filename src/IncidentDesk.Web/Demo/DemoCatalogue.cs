using System.Globalization;
using System.Text;

namespace IncidentDesk.Web.Demo;

/// <summary>The warehouse of the story: 45,000 Hive tables in 90 databases, and what stands beside them.</summary>
internal static class DemoCatalogue
{
    public const int Tables = 45_000;
    const int Databases = 90;
    static readonly string[] Kinds = ["keystrokes", "screens", "prompts", "chats", "sessions"];

    public static Stream Csv()
    {
        var csv = new StringBuilder("key,kind,owner,labels,people_data\n");
        for (var i = 0; i < Tables; i++)
        {
            var what = Kinds[i % Kinds.Length];
            csv.Append(CultureInfo.InvariantCulture, $"{Key(i)},table,{Owner(what)},people-data;{what},yes\n");
        }
        for (var i = 0; i < 600; i++)
            csv.Append(CultureInfo.InvariantCulture, $"hive://warehouse/finance.ledger_{i:000},table,finance-data,,no\n");
        return new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString()));
    }

    /// <summary>Every table of the programme with the number of its database.</summary>
    public static IEnumerable<(string Key, int Database)> Keys => Enumerable.Range(0, Tables).Select(i => (Key(i), i % Databases));

    public static string Key(int i) => string.Create(CultureInfo.InvariantCulture,
        $"hive://warehouse/mci_{i % Databases:00}.{Kinds[i % Kinds.Length]}_{i / Databases:00000}");

    static string Owner(string what) => what switch
    {
        "keystrokes" or "screens" => "workforce-capture",
        "prompts" or "chats" => "assistant-data",
        _ => "model-training",
    };
}
