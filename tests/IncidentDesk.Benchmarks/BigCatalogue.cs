using System.Globalization;
using IncidentDesk.Assets;

namespace IncidentDesk.Benchmarks;

/// <summary>
/// The catalogue of a company of a million assets, the same at every run: names of many platforms and 9.5 million edges, four
/// fifths of them short and one fifth from hubs that everything draws on, with a few cycles, self-edges and assets without any
/// edge. Numbers are shuffled against the flow of data, as imports in the order of names leave them.
/// </summary>
internal static class BigCatalogue
{
    public const int Assets = 1_000_000, Edges = 9_500_000;

    /// <summary>
    /// How many tables of the founding case are in it; spread over the whole graph, all of
    /// <see cref="SeedPattern"/> and no others.
    /// </summary>
    public const int Seeds = 45_000;
    public const string SeedPattern = "hive://warehouse/mci_*";
    public const string Source = "seeded generator";

    const int Apart = Assets / Seeds, Window = 20_000, Hubs = 5_000;
    static readonly string[] Domains = ["sales", "people_hr", "payments", "search", "ads", "trust", "messaging",
        "growth", "infra", "finance", "identity", "media", "logistics", "support", "legal", "research"];
    static readonly string[] Things = ["orders", "events", "sessions", "customers", "invoices", "clicks", "profiles",
        "messages", "embeddings", "payouts", "devices", "consents", "surveys", "transcripts", "rankings", "features"];
    static readonly string[] Layers = ["raw", "staging", "core", "mart", "export", "sandbox"];
    static readonly string[] Labels = ["pii", "confidential", "gdpr", "finance", "gold", "deprecated", "ml", "sensitive.health"];

    /// <summary>
    /// Place of an asset in the flow of data, by its number from 1; data flows from smaller places to
    /// larger, but for the few cycles.
    /// </summary>
    static readonly Lazy<(int[] PlaceOf, int[] IdAt)> Order = new(Shuffled);

    /// <summary>Numbers of the assets that <see cref="SeedPattern"/> matches, ascending.</summary>
    public static int[] SeedIds() => [.. Enumerable.Range(0, Seeds).Select(i => Order.Value.IdAt[i * Apart]).Order()];

    /// <summary>The asset with this number, from 1 to <see cref="Assets"/>.</summary>
    public static Asset Asset(int id)
    {
        var place = Order.Value.PlaceOf[id];
        var dice = new Dice((ulong)place);
        var (key, kind) = place % Apart == 0 && place / Apart < Seeds
            ? (string.Create(CultureInfo.InvariantCulture,
                $"hive://warehouse/mci_{place / Apart % 90:00}.events_{place / Apart:00000}"), AssetKind.Table)
            : Named(place, ref dice);
        var people = dice.Next(10) switch { < 2 => PeopleData.Yes, < 6 => PeopleData.No, _ => PeopleData.Unknown };
        return new()
        {
            Id = id, Key = key, Kind = dice.Next(200) == 0 ? AssetKind.Stub : kind, PeopleData = people, Container = Container(key),
            Owner = dice.Next(12) == 0 ? null : $"team-{Domains[dice.Next(Domains.Length)]}-{dice.Next(25)}",
            Labels = people is PeopleData.Yes ? ["pii"] : dice.Next(3) > 0 ? [] : [Labels[dice.Next(Labels.Length)]],
            Source = Source, ImportedAt = DateTimeOffset.UnixEpoch.AddDays(20_600 - dice.Next(120)),
        };
    }

    /// <summary>Pairs of numbers in the order of (from, to), without repetition.</summary>
    public static (int From, int To)[] AllEdges()
    {
        var pairs = new ulong[Edges + (Edges / 50)];
        var dice = new Dice(20260612);
        for (var i = 0; i < pairs.Length; i++) pairs[i] = Edge(i, ref dice);
        Array.Sort(pairs);
        var kept = 0;
        for (var i = 0; i < pairs.Length; i++)
            if (i == 0 || pairs[i] != pairs[i - 1]) pairs[kept++] = pairs[i];
        // Those too many go evenly from everywhere, so that no asset stands out for having the highest number.
        var edges = new (int, int)[Edges];
        var drop = kept - Edges;
        for (int i = 0, at = 0; i < kept; i++)
        {
            if ((long)(i + 1) * drop / kept != (long)i * drop / kept) continue;
            edges[at++] = ((int)(pairs[i] >> 32), (int)pairs[i]);
        }
        return edges;
    }

    static ulong Edge(int i, ref Dice dice)
    {
        if (i < 200) return Pair(dice.Next(Assets), same: true);
        var hub = i % 5 == 0;
        // Hubs differ as cities do: the first is drawn on a thousand times as often as the thousandth.
        var from = hub ? (int)((long)dice.Next(Hubs) * dice.Next(Hubs) / Hubs) * (Assets / Hubs / 2) : dice.Next(Assets);
        if (from % 100 == 7) from++;
        if (i < 2_000 && from > 50) return Pair(from, to: from - 1 - dice.Next(50));
        var reach = hub ? Assets - from - 1 : Math.Min(Window, Assets - from - 1);
        var to = reach <= 0 ? from : from + 1 + dice.Next(reach);
        // Some have few upstreams, and one in twenty has none.
        if (to % 3 == 0 && dice.Next(4) > 0) to++;
        if (to % 20 == 7) to++;
        return Pair(from, to: Math.Min(to, Assets - 2));
    }

    static ulong Pair(int from, int to = 0, bool same = false)
    {
        var ids = Order.Value.IdAt;
        return ((ulong)ids[from] << 32) | (uint)ids[same ? from : to];
    }

    static (string Key, AssetKind Kind) Named(int place, ref Dice dice)
    {
        var (domain, thing, layer) =
            (Domains[dice.Next(Domains.Length)], Things[dice.Next(Things.Length)], Layers[dice.Next(Layers.Length)]);
        var late = place > Assets / 2;
        return dice.Next(12) switch
        {
            0 => (Key($"kafka://events-{dice.Next(6)}/{domain}.{thing}.v{dice.Next(4)}_{place}"), AssetKind.Topic),
            1 => (Key($"s3://lake-{layer}/{domain}/{thing}/dt=2026/part_{place}"), AssetKind.FileSet),
            2 => (Key($"postgres://db{dice.Next(40):00}.internal:5432/{domain}.public.{thing}_{place}"), AssetKind.Table),
            3 => (Key($"airflow://main/{domain}_{layer}.load_{thing}_{place}"), late ? AssetKind.Pipeline : AssetKind.Job),
            4 when late => (Key($"looker://analytics/{domain}.{thing}_overview_{place}"), AssetKind.Dashboard),
            5 when late => (Key($"mlflow://registry/{domain}.{thing}_ranker_{place}"), AssetKind.Model),
            6 when late => (Key($"feast://online/{domain}.{thing}_30d_{place}"), AssetKind.FeatureTable),
            4 or 5 or 6 or 7 =>
                (Key($"snowflake://acme-eu1/ANALYTICS_{Upper(domain)}.{Upper(layer)}.{Upper(thing)}_{place}"), AssetKind.View),
            _ => (Key($"hive://warehouse/{domain}_{layer}_{dice.Next(60):00}.{thing}_daily_{place}"), AssetKind.Table),
        };
    }

    static string Upper(string name) => name.ToUpperInvariant();

    static string Key(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    static string Container(string key)
    {
        var name = key[(key.IndexOf('/', key.IndexOf("://", StringComparison.Ordinal) + 3) + 1)..];
        return name[..Math.Max(name.LastIndexOf('.'), name.LastIndexOf('/'))];
    }

    static (int[], int[]) Shuffled()
    {
        var (ids, places, dice) = (new int[Assets], new int[Assets + 1], new Dice(7));
        for (var i = 0; i < Assets; i++) ids[i] = i + 1;
        for (var i = Assets - 1; i > 0; i--)
        {
            var j = dice.Next(i + 1);
            (ids[i], ids[j]) = (ids[j], ids[i]);
        }
        for (var i = 0; i < Assets; i++) places[ids[i]] = i;
        return (places, ids);
    }
}

/// <summary>SplitMix64: small, and the same on every machine and in every version of .NET.</summary>
internal struct Dice(ulong seed)
{
    ulong _state = seed;

    public int Next(int below)
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((((z ^ (z >> 31)) >> 32) * (ulong)below) >> 32);
    }
}
