using System.Globalization;
using System.Text.Json;

namespace IncidentDesk.Assets;

/// <summary>What an asset is. A stub is known by name only: something points at it, no catalogue has described it yet.</summary>
public enum AssetKind
{
    Unknown, Table, View, Topic, FileSet, Dashboard, Chart, Model, FeatureTable, Pipeline, Job, Program, Feature, Api, Container, Stub,
}

/// <summary>Whether it holds data about people.</summary>
public enum PeopleData { Unknown, Yes, No }

/// <summary>How far the review of its handling of personal data is: as the register of reviews has it, else as its catalogue says.</summary>
public enum PrivacyReview { Unknown, None, Requested, InReview, Approved, Rejected, Expired, UnmetConditions }

public static class AssetWords
{
    static readonly string[] Kinds = [.. Enum.GetNames<AssetKind>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    /// <summary>Spelled as the API and the CSV spell it: <c>feature-table</c>.</summary>
    public static string Code(this AssetKind kind) => Kinds[(int)kind];

    public static string Code(this PeopleData people) => people.ToString().ToLowerInvariant();

    /// <summary>"1 asset", "45,000 assets".</summary>
    public static string Assets(this int count) => count == 1 ? "1 asset" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} assets");

    internal static AssetKind? Kind(string word) => Array.FindIndex(Kinds, k => k.Equals(word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? (AssetKind)at : null;

    internal static PeopleData? PeopleData(string word) => word.ToLowerInvariant() switch
    {
        "yes" => IncidentDesk.Assets.PeopleData.Yes,
        "no" => IncidentDesk.Assets.PeopleData.No,
        "unknown" => IncidentDesk.Assets.PeopleData.Unknown,
        _ => null,
    };
}
