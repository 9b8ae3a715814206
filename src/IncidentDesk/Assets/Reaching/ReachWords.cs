using System.Text.Json;
using IncidentDesk.Assets.Lineage;

namespace IncidentDesk.Assets.Reaching;

public static class ReachWords
{
    /// <summary>Spelled as the API and the CSV spell it: <c>in-review</c>.</summary>
    public static string Spelled(this PrivacyReview review) => JsonNamingPolicy.KebabCaseLower.ConvertName(review.ToString());

    /// <summary><c>downstream</c>, <c>upstream</c>.</summary>
    public static string Spelled(this LineageDirection direction) => direction.ToString().ToLowerInvariant();
}
