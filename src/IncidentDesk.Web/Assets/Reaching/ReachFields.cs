using System.Globalization;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Lineage;
using IncidentDesk.Assets.Reaching;

namespace IncidentDesk.Web.Assets.Reaching;

/// <summary>Small words that the parts of the page share.</summary>
internal static class ReachFields
{
    /// <summary>A number of hops in an address; null when there is none, or it is none.</summary>
    public static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= ReachWanted.MostDepth ? number : null;

    /// <summary>How far one looks, as an address says it; what it does not say is as usual.</summary>
    public static ReachWanted Wanted(string? direction, string? depth, string? gone) => new()
    {
        Direction = Kit.Words.One<LineageDirection>(direction) ?? LineageDirection.Downstream,
        Depth = Number(depth), WithGone = gone == "yes",
    };

    public static ReachFilter Filter(string? distance, string? kind, string? peopleData) => new()
    {
        Distance = Number(distance), Kind = Kit.Words.One<AssetKind>(kind), PeopleData = Kit.Words.One<PeopleData>(peopleData),
    };

    public static string N(int number) => number.Figure();

    public static string Hops(int hops) => hops == 1 ? "1 hop" : $"{N(hops)} hops";

    /// <summary>Four characters at most, for a picture: <c>950</c>, <c>4.2k</c>, <c>212k</c>, <c>1.3M</c>.</summary>
    public static string Short(int number) => number switch
    {
        < 1_000 => number.ToString(CultureInfo.InvariantCulture),
        < 9_950 => (number / 1_000d).ToString("0.#", CultureInfo.InvariantCulture) + "k",
        < 999_500 => (number / 1_000d).ToString("0", CultureInfo.InvariantCulture) + "k",
        _ => (number / 1_000_000d).ToString("0.#", CultureInfo.InvariantCulture) + "M",
    };

    /// <summary>What a group is called where it has no name.</summary>
    public static string None(ReachBy by) => by switch
    {
        ReachBy.Owner => "No owner recorded",
        ReachBy.Label => "No label",
        _ => "No container",
    };

    public static string Heading(ReachBy by) => by is ReachBy.PeopleData ? "Data about people" : Kit.Words.Read(by);
}
