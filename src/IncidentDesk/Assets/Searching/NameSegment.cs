using System.Text.Json;
using IncidentDesk.Assets.Importing;

namespace IncidentDesk.Assets.Searching;

/// <summary>What is counted and filtered of an asset, in four bytes.</summary>
internal readonly record struct Traits(byte Kind, byte People, byte Review, TraitFlags Flags)
{
    /// <summary>What the register says of the asset of this number stands above what its catalogue says.</summary>
    public byte ReviewBy(byte[]? register, int id) =>
        register is not null && id < register.Length && register[id] is > 0 and var state ? (byte)(state - 1) : Review;
}

[Flags]
internal enum TraitFlags : byte
{
    None = 0,

    /// <summary>Its source no longer has it.</summary>
    Gone = 1,

    /// <summary>As <see cref="Asset.OnlyInIncidents"/>: not everybody may know of it.</summary>
    OnlyNamed = 2,
}

/// <summary>An unchanging part of the catalogue: the names of assets, and what they are filtered by, a row each.</summary>
internal sealed record NameSegment(
    NameText Keys, int[] Ids, Traits[] Traits, WordColumn Containers,
    WordColumn Owners, WordColumn Labels, MoreNames Former, MoreNames Others)
{
    public static readonly NameSegment Empty = new NameSegmentBuilder().Build();

    public int Count => Ids.Length;

    /// <summary>Rows that not everybody may find.</summary>
    public IReadOnlyList<int> OnlyNamed { get; } =
        [.. Enumerable.Range(0, Ids.Length).Where(row => (Traits[row].Flags & TraitFlags.OnlyNamed) != 0)];

    public long Bytes =>
        Keys.Bytes + Former.Bytes + Others.Bytes + 4L * (Ids.Length + Traits.Length) + Containers.Bytes + Owners.Bytes + Labels.Bytes;

    /// <summary>-1 if it is not here.</summary>
    public int RowOf(int id) => Array.BinarySearch(Ids, id) is >= 0 and var row ? row : -1;
}

/// <summary>
/// Names beside the key, and whose row each is of: the keys of assets that were merged into it,
/// or what other systems call it.
/// </summary>
internal sealed record MoreNames(NameText Names, int[] Rows)
{
    public long Bytes => Names.Bytes + 4L * Rows.Length;
}

/// <summary>One asset as the database holds it.</summary>
internal readonly ref struct NameRow
{
    public required int Id { get; init; }

    /// <summary>UTF-8, as spelled.</summary>
    public required ReadOnlySpan<byte> Key { get; init; }
    public Traits Traits { get; init; }
    public ReadOnlySpan<byte> Container { get; init; }

    /// <summary>JSON: names with their roles; or the name of the one owner.</summary>
    public ReadOnlySpan<byte> Owners { get; init; }

    /// <summary>JSON: a list of words.</summary>
    public ReadOnlySpan<byte> Labels { get; init; }
}

/// <summary>Gathers assets in the order of their numbers, then their other names in any order.</summary>
internal sealed class NameSegmentBuilder(int rows = 0)
{
    readonly NameTextBuilder _keys = new(rows), _former = new(), _others = new();
    readonly List<int> _ids = new(rows), _formerRows = [], _otherRows = [];
    readonly List<Traits> _traits = new(rows);
    readonly WordColumnBuilder _containers = new(rows), _owners = new(rows), _labels = new(rows);

    public void Add(in NameRow row)
    {
        _keys.Add(row.Key);
        _ids.Add(row.Id);
        _traits.Add(row.Traits);
        _containers.Add(row.Container, One);
        _owners.Add(row.Owners, Named);
        _labels.Add(row.Labels, List);
    }

    /// <summary>For copying rows of another segment.</summary>
    public Action<int> From(NameSegment other)
    {
        var (containers, owners, labels) = (_containers.From(other.Containers), _owners.From(other.Owners), _labels.From(other.Labels));
        return row =>
        {
            _keys.Add(other.Keys.Spelled(row));
            _ids.Add(other.Ids[row]);
            _traits.Add(other.Traits[row]);
            containers(row);
            owners(row);
            labels(row);
        };
    }

    /// <summary>The key of an asset that was merged into one of these; passed over when that is not here.</summary>
    public void AddFormer(int id, ReadOnlySpan<byte> key) => Add(id, key, _former, _formerRows);

    /// <summary>What another system calls one of these.</summary>
    public void AddName(int id, ReadOnlySpan<byte> name) => Add(id, name, _others, _otherRows);

    void Add(int id, ReadOnlySpan<byte> name, NameTextBuilder names, List<int> rowsOfNames)
    {
        if (_ids.BinarySearch(id) is not (>= 0 and var row)) return;
        names.Add(name);
        rowsOfNames.Add(row);
    }

    public NameSegment Build() => new(
        _keys.Build(), [.. _ids], [.. _traits], _containers.Build(), _owners.Build(), _labels.Build(),
        new(_former.Build(), [.. _formerRows]), new(_others.Build(), [.. _otherRows]));

    static IEnumerable<string> One(string word) => [word];

    static IEnumerable<string> List(string json) => JsonSerializer.Deserialize<string[]>(json, Json.Options) ?? [];

    static IEnumerable<string> Named(string owners) =>
        owners.StartsWith("[{", StringComparison.Ordinal)
            ? (JsonSerializer.Deserialize<AssetOwner[]>(owners, Json.Options) ?? []).Select(o => o.Name)
            : [owners];
}
