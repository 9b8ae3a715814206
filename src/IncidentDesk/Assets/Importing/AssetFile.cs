namespace IncidentDesk.Assets.Importing;

/// <summary>A file as read, before anything of it is saved.</summary>
/// <param name="Name">As its sender calls it.</param>
/// <param name="Sha256">Of the bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Says">What the file speaks about; of the rest, the rows keep what they have.</param>
public sealed record AssetFile(string Name, string Sha256, AssetColumns Says, IReadOnlyList<AssetRow> Rows, IReadOnlyList<RejectedRow> Rejected)
{
    public static readonly AssetFile None = new("", "", AssetColumns.None, [], []);
}

[Flags]
public enum AssetColumns { None = 0, Key = 1, Kind = 2, Container = 4, Owner = 8, Labels = 16, PeopleData = 32, Upstreams = 64 }

/// <summary>One asset as a file describes it.</summary>
public sealed record AssetRow(string Key)
{
    /// <summary>Where it stands in the file, from 1; the header counts.</summary>
    public int Line { get; init; }
    public AssetKind Kind { get; init; }
    public string? Container { get; init; }
    public string? Owner { get; init; }
    public IReadOnlyList<string> Labels { get; init; } = [];
    public PeopleData PeopleData { get; init; }

    /// <summary>Keys of the assets from which data flows into this one.</summary>
    public IReadOnlyList<string> Upstreams { get; init; } = [];

    public bool SaysTheSameAs(AssetRow other) =>
        (Key, Kind, Container, Owner, PeopleData) == (other.Key, other.Kind, other.Container, other.Owner, other.PeopleData)
        && Labels.SequenceEqual(other.Labels) && Upstreams.SequenceEqual(other.Upstreams);
}

/// <summary>A row that was not taken.</summary>
public sealed record RejectedRow(int Line, string Reason);
