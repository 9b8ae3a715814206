using System.Collections.Immutable;

namespace IncidentDesk.Assets.Importing.Applying;

/// <summary>What an asset is after somebody described it; the same object when they said nothing new.</summary>
internal static class AssetUpdates
{
    /// <summary>An asset nobody has described yet.</summary>
    public static Asset Blank(int id, string key, AssetKind kind, string source, DateTimeOffset at) => new()
    {
        Id = id, Key = key, Kind = kind, Container = AssetKey.Container(key), Source = source, FirstSeen = at, ImportedAt = at,
    };

    public static Asset UpdatedBy(this Asset was, StatedAsset t)
    {
        var now = was with
        {
            Kind = t.Kind ?? (was.Kind is AssetKind.Stub ? AssetKind.Unknown : was.Kind),
            Environment = t.Environment ?? was.Environment,
            Container = t.Container ?? was.Container,
            PeopleData = t.PeopleData ?? was.PeopleData,
            Rows = t.Rows ?? was.Rows,
            Bytes = t.Bytes ?? was.Bytes,
            LastAccess = t.LastAccess?.ToUniversalTime() ?? was.LastAccess,
        };
        if (t.Owners is { } owners && !was.Owners.SequenceEqual(owners))
            now = now with { Owners = [.. owners], Owner = owners.Count > 0 ? owners[0].Name : null };
        if (t.Labels is { } labels && !was.LabelDetails.SequenceEqual(labels)) now = now.With(labels);
        return now.Equals(was) ? was : now;
    }

    /// <summary>
    /// Two that turned out to be one: what the elder does not know the younger one tells, labels add up,
    /// and data about people stays said.
    /// </summary>
    public static Asset Absorbing(this Asset was, Asset other)
    {
        var now = was with
        {
            Kind = was.Kind is AssetKind.Stub or AssetKind.Unknown && other.Kind is not AssetKind.Stub ? other.Kind : was.Kind,
            Environment = was.Environment ?? other.Environment,
            Container = was.Container ?? other.Container,
            PeopleData = was.PeopleData is PeopleData.Unknown || other.PeopleData is PeopleData.Yes ? other.PeopleData : was.PeopleData,
            Rows = was.Rows ?? other.Rows, Bytes = was.Bytes ?? other.Bytes,
            LastAccess = was.LastAccess is null || other.LastAccess > was.LastAccess ? other.LastAccess : was.LastAccess,
            Review = was.Review is PrivacyReview.Unknown ? other.Review : was.Review,
            GoneAt = other.GoneAt is null ? null : was.GoneAt,
        };
        if (was.Owners.IsEmpty && !other.Owners.IsEmpty) now = now with { Owners = other.Owners, Owner = other.Owner };
        if (other.LabelDetails.Except(was.LabelDetails).Any()) now = now.With([.. was.LabelDetails.Union(other.LabelDetails)]);
        return now.Equals(was) ? was : now;
    }

    static Asset With(this Asset asset, IEnumerable<AssetLabel> labels)
    {
        ImmutableArray<AssetLabel> all = [.. labels];
        return asset with { LabelDetails = all, Labels = all is [var only] ? [only.Value]
            : [.. all.Select(l => l.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] };
    }
}
