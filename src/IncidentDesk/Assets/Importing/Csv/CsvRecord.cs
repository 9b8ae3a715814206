using System.Globalization;
using CsvHelper;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.Csv;

/// <summary>One record of a table.</summary>
internal readonly struct CsvRecord(CsvColumns columns, CsvReader csv)
{
    const int MostInOneField = 50;
    static readonly NameScheme[] Schemes = Enum.GetValues<NameScheme>();
    static readonly string Kinds = string.Join(", ", Enum.GetValues<AssetKind>().Select(k => k.Spelled()));

    string Place => $"line {csv.LineNumber}";

    public IReadOnlyList<CatalogueStatement> Asset(out string? problem)
    {
        var (given, kind, people) = (Field("key") ?? "", Field("kind"), Field("people_data"));
        problem = AssetKey.Problem(given)
            ?? (kind is not null && AssetWords.Kind(kind) is null
                ? $"The kind “{Shortened(kind)}” is not known; leave it empty or write one of: {Kinds}."
                : null)
            ?? (people is not null && AssetWords.PeopleData(people) is null ? "people_data must be yes, no or unknown." : null);
        if (problem is not null) return [];
        var (key, labels, upstreams) = (Key(given), Several("labels"), Several("upstreams"));
        var names = Names(given, key, out problem);
        var (rows, bytes, last) = (Count("rows", ref problem), Count("bytes", ref problem), Instant(ref problem));
        problem ??= TooLong("container", Field("container"), 1_000) ?? TooLong("owner", Field("owner"), 200)
            ?? TooLong("environment", Field("environment"), 100) ?? Labels(labels) ?? Upstreams(key, upstreams);
        if (problem is not null) return [];
        var asset = new StatedAsset(Place, key)
        {
            Kind = columns.Has("kind") ? kind is null ? AssetKind.Unknown : AssetWords.Kind(kind) : null,
            Environment = Field("environment")?.ToLowerInvariant(), Names = names,
            Container = columns.Has("container") ? Field("container") ?? AssetKey.Container(key) : null,
            Owners = columns.Has("owner") ? Field("owner") is { } owner ? [new(owner)] : [] : null,
            Labels = columns.Has("labels") ? [.. labels.Select(l => new AssetLabel(l))] : null,
            PeopleData = columns.Has("people_data") ? people is null ? PeopleData.Unknown : AssetWords.PeopleData(people) : null,
            Rows = rows, Bytes = bytes, LastAccess = last,
        };
        var place = Place;
        return upstreams.Length == 0 ? [asset]
            : [asset, .. upstreams.Select(CanonicalKey.Folded).Distinct().Select(from => new StatedEdge(place, from, key))];
    }

    /// <summary>
    /// From one asset to another. Where one end is empty, as in lineage of what a platform only saw half
    /// of, the other is told by itself.
    /// </summary>
    public IReadOnlyList<CatalogueStatement> Edge(out string? problem)
    {
        var (from, to, job) = (Field("from"), Field("to"), Field("job"));
        problem = End("from", from) ?? End("to", to) ?? End("job", job) ?? (from is null && to is null ? "Both ends are empty." : null);
        if (problem is not null) return [];
        if (from is null || to is null) return [new StatedAsset(Place, CanonicalKey.Folded(from ?? to!))];
        var edge = new StatedEdge(Place, CanonicalKey.Folded(from), CanonicalKey.Folded(to))
        {
            Job = job is null ? null : CanonicalKey.Folded(job)
        };
        problem = edge.From == edge.To ? "The asset would be its own upstream." : null;
        return [edge];
    }

    internal static string Shortened(string text) => WellFormed.Shown(text, 60);

    string? Field(string column) => columns.Field(csv, column);

    string[] Several(string column) => Field(column) is not { } field ? []
        : [.. field.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct().Order(StringComparer.Ordinal)];

    /// <summary>As the platform folds it, in the environment that the row names.</summary>
    string Key(string given) => Field("environment") is { } environment && CanonicalKey.Parse(given) is { } p
        ? CanonicalKey.Of(p.Platform, p.Instance, p.Name, environment) : CanonicalKey.Folded(given);

    /// <summary>Whoever knows the key as it was given finds the asset by that, too.</summary>
    List<AssetName> Names(string given, string key, out string? problem)
    {
        problem = null;
        var names = new List<AssetName>();
        if (given != key && Field("environment") is null) names.Add(new(NameScheme.Key, given));
        foreach (var name in Several("names"))
        {
            var (scheme, value) = name.IndexOf('=') is > 0 and var at ? (name[..at], name[(at + 1)..].Trim()) : ("key", name);
            var known = Schemes.Where(s => s.ToString().Equals(scheme.Trim(), StringComparison.OrdinalIgnoreCase))
                .Select(s => (NameScheme?)s).FirstOrDefault();
            if (known is null) problem = $"The name “{Shortened(name)}” does not begin with its scheme, such as datahub= or openlineage=.";
            else if (known is NameScheme.Key && AssetKey.Problem(value) is { } wrong)
                problem = $"The name “{Shortened(name)}” is not a key. {wrong}";
            else names.Add(new(known.Value, known is NameScheme.Key or NameScheme.Location ? CanonicalKey.Folded(value) : value));
        }
        return names;
    }

    /// <summary>Hive writes -1 for what it never counted.</summary>
    long? Count(string column, ref string? problem)
    {
        if (Field(column) is not { } text || text == "-1") return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return count;
        problem ??= $"{column} must be a whole number without separators.";
        return null;
    }

    /// <summary>With its offset, or in seconds since 1970 as Hive keeps it, where 0 means never.</summary>
    DateTimeOffset? Instant(ref string? problem)
    {
        if (Field("last_access") is not { } text || text == "0") return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 100_000_000_000)
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        if (Instants.TryRead(text, out var instant)) return instant.ToUniversalTime();
        problem ??= "last_access must be a time with its offset, such as 2026-06-12T03:10:00Z, or seconds since 1970.";
        return null;
    }

    static string? Labels(string[] labels) => labels.Length > MostInOneField
        ? $"There are more than {MostInOneField} labels." : labels.Select(l => TooLong("label", l, 100)).FirstOrDefault(p => p is not null);

    static string? Upstreams(string key, string[] upstreams)
    {
        var wrong = upstreams.FirstOrDefault(u => AssetKey.Problem(u) is not null);
        if (wrong is not null) return $"The upstream “{Shortened(wrong)}” is not a key. {AssetKey.Problem(wrong)}";
        return upstreams.Any(u => CanonicalKey.Folded(u) == key) ? "The asset names itself as its upstream." : null;
    }

    static string? End(string column, string? key) =>
        key is not null && AssetKey.Problem(key) is { } problem ? $"{column}: {problem}" : null;

    static string? TooLong(string what, string? value, int most) =>
        value is null ? null
        : value.Length > most ? $"The {what} is longer than {most:N0} characters."
        : WellFormed.Flaw(value, lines: false) is { } flaw ? $"The {what} {flaw.What}." : null;
}
