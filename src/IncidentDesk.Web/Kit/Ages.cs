namespace IncidentDesk.Web.Kit;

/// <summary>How long something has lasted, in words.</summary>
internal static class Ages
{
    public static string Say(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalHours: < 1 } => $"{age.Minutes} min",
        { TotalDays: < 1, Minutes: 0 } => $"{(int)age.TotalHours} h",
        { TotalDays: < 1 } => $"{(int)age.TotalHours} h {age.Minutes} min",
        { Hours: 0 } => $"{(int)age.TotalDays} d",
        _ => $"{(int)age.TotalDays} d {age.Hours} h",
    };
}
