namespace IncidentDesk.Web.Kit.Forms;

/// <summary>Every IANA zone one may choose to read times in.</summary>
internal static class ZoneChoices
{
    public static IEnumerable<(string, string)> All => Zones.All.Select(z => (z, z.Replace('_', ' ')));
}
