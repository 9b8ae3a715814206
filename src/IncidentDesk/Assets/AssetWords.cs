using System.Collections.Frozen;

namespace IncidentDesk.Assets;

/// <summary>What an asset is. A stub is known by name only: something points at it, no catalogue has described it yet.</summary>
public enum AssetKind
{
    Unknown, Table, View, Topic, FileSet, Dashboard, Chart, Model, FeatureTable, Pipeline, Job, Program, Feature, Api, Container, Stub,
}

/// <summary>Whether it holds data about people.</summary>
public enum PeopleData { Unknown, Yes, No }

/// <summary>
/// How far the review of its handling of personal data is: as the register of reviews has
/// it, else as its catalogue says.
/// </summary>
public enum PrivacyReview { Unknown, None, Requested, InReview, Approved, Rejected, Expired, UnmetConditions }

public static class AssetWords
{
    static readonly FrozenDictionary<string, AssetKind> Kinds =
        Enum.GetValues<AssetKind>().ToFrozenDictionary(kind => kind.Spelled(), StringComparer.OrdinalIgnoreCase);

    /// <summary>"1 asset", "45,000 assets".</summary>
    public static string Assets(this int count) => count.Of("asset");

    internal static AssetKind? Kind(string word) => Kinds.TryGetValue(word, out var kind) ? kind : null;

    internal static PeopleData? PeopleData(string word) => word.ToLowerInvariant() switch
    {
        "yes" => IncidentDesk.Assets.PeopleData.Yes,
        "no" => IncidentDesk.Assets.PeopleData.No,
        "unknown" => IncidentDesk.Assets.PeopleData.Unknown,
        _ => null,
    };
}
