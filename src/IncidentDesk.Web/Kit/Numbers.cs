namespace IncidentDesk.Web.Kit;

/// <summary>Figures where markup is full of them; every page imports it.</summary>
internal static class Numbers
{
    public static string N(long number) => number.Figure();
}
